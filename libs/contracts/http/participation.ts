import { z } from 'zod';
import { defineOperation } from './operation.js';
import { identifierSchema, instantSchema } from './primitives.js';

const tag = 'Participation';

export const quarterSchema = z
  .string()
  .regex(/^20\d\d-Q[1-4]$/, 'Give a quarter, for example 2026-Q4')
  .meta({ id: 'Quarter' });

/** Code of a municipality at Statistics Netherlands (CBS). */
export const municipalityParams = z.object({
  id: z.string().regex(/^GM\d{4}$/, 'Give the CBS code of a municipality, for example GM0327'),
});

export const figureDefinitionSchema = z
  .object({
    measure: z.string(),
    name: z.string(),
    definition: z.string().describe('What is counted, in one Dutch sentence'),
    unit: z.enum(['people', 'requests', 'times', 'circles', 'turns', 'questions', 'gatherings']),
    buckets: z.array(z.object({ code: z.string(), name: z.string() })).describe('Parts of the measure, in their order'),
  })
  .meta({ id: 'FigureDefinition' });

export const participationCellSchema = z
  .object({
    quarter: quarterSchema,
    districtCode: z.string().nullable().describe('Null for all districts asked for together, with what has no place'),
    measure: z.string(),
    bucket: z.string().describe('Empty for all parts of the measure together'),
    amount: z.int().min(1).describe('In this quarter'),
  })
  .meta({ id: 'ParticipationCell' });
export type ParticipationCell = z.infer<typeof participationCellSchema>;

export const participationSchema = z
  .object({
    municipality: z.object({ code: z.string(), name: z.string() }),
    from: quarterSchema,
    until: quarterSchema,
    associationId: identifierSchema.nullable(),
    asOf: instantSchema.describe('Not exact: of the whole week, so that nobody sees what one person changes'),
    exact: z
      .boolean()
      .describe(
        'False: amounts are rounded to 5, those below 10 are left out, and so are others with which one could be reckoned. True: every amount above 0 is there as it is',
      ),
    source: z.string(),
    definitions: z.array(figureDefinitionSchema),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    cells: z.array(participationCellSchema),
    totals: z
      .array(participationCellSchema)
      .describe('Steps of the funnel up to and including the quarter, since the beginning'),
  })
  .meta({ id: 'ParticipationFigures' });
export type Participation = z.infer<typeof participationSchema>;

export const getParticipation = defineOperation({
  id: 'getParticipation',
  method: 'get',
  path: '/v1/municipalities/{id}/participation',
  tag,
  summary:
    'Figures of participation by quarter and district: exact for an own organisation, else without small numbers',
  access: 'monitor',
  params: municipalityParams,
  query: z.object({
    from: quarterSchema,
    until: quarterSchema,
    associationId: identifierSchema
      .optional()
      .describe('Only what belongs to this organisation, which must be your own'),
  }),
  success: { status: 200, description: 'The figures, with what they mean', body: participationSchema },
  problems: ['not-found'],
});
