import { z } from 'zod';
import { defineOperation } from './operation.js';
import { municipalityParams, quarterSchema } from './participation.js';
import { instantSchema, lineOfText } from './primitives.js';

const tag = 'Participation';

const monitorAlertSchema = z
  .object({
    key: z.string().describe('Stays the same as long as it is the same alert'),
    kind: z.enum(['fill-drops', 'over-asked', 'calibration']),
    quarter: quarterSchema,
    isOver: z.boolean().describe('Whether that quarter is over: what nobody looks into yet stands a quarter longer'),
    place: z.string().nullable().describe('Name of the district; null for the whole municipality'),
    before: z.number().nullable().describe('`fill-drops`: the share helped in the quarter before'),
    now: z
      .number()
      .nullable()
      .describe('`fill-drops`: the share helped; `over-asked`: asks for each person who was asked'),
    verdict: z
      .enum(['likelier', 'less-likely', 'off'])
      .nullable()
      .describe('`calibration`: whether people say yes more or less often than was believed'),
    acknowledged: z
      .object({ at: instantSchema, by: z.string().nullable().describe('Given name; null when that person is gone') })
      .nullable(),
  })
  .meta({ id: 'MonitorAlert' });
export type MonitorAlertView = z.infer<typeof monitorAlertSchema>;

export const listMonitorAlerts = defineOperation({
  id: 'listMonitorAlerts',
  method: 'get',
  path: '/v1/municipalities/{id}/alerts',
  tag,
  summary:
    'What in the figures of this quarter and the one before somebody should look at, for who follows the municipality',
  access: 'monitor',
  params: municipalityParams,
  success: {
    status: 200,
    description: 'The alerts of now',
    body: z.object({ alerts: z.array(monitorAlertSchema) }),
  },
  problems: ['not-found', 'not-allowed'],
});

export const acknowledgeAlert = defineOperation({
  id: 'acknowledgeAlert',
  method: 'post',
  path: '/v1/municipalities/{id}/alert-acknowledgements',
  tag,
  summary: 'Say that you look into an alert; everybody who follows the municipality sees who did, and once is enough',
  access: 'monitor',
  params: municipalityParams,
  body: z.object({ key: lineOfText(120) }),
  success: { status: 200, description: 'The alert', body: monitorAlertSchema },
  problems: ['not-found', 'not-allowed'],
});
