import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, instantSchema } from './primitives.js';

/** What organisers do to something that waits, as far as it matters to whoever came second. */
export const lastActs = [
  'request-approved',
  'request-stopped',
  'report-decided',
  'sanction-lifted',
  'appeal-decided',
  'desk-question-offered',
  'desk-question-taken',
  'desk-question-left',
  'desk-question-answered',
  /** Ticked off on the work list. */
  'looked-at',
] as const;

export const lastActSchema = z
  .object({
    act: z.enum(lastActs),
    outcome: z.string().nullable().describe('What was decided, as a code, where there was something to decide'),
    at: instantSchema,
    by: z.string().nullable().describe('First name; null when the account is gone'),
    isYou: z.boolean(),
  })
  .meta({ id: 'LastAct' });
export type LastAct = z.infer<typeof lastActSchema>;

export const getLastAct = defineOperation({
  id: 'getLastAct',
  method: 'get',
  path: '/v1/last-acts/{id}',
  tag: 'Work list',
  summary: 'Who did something last to a request, report, sanction or other thing on your list: for who came second',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The newest act of your organisations', body: lastActSchema },
  problems: ['not-found'],
});
