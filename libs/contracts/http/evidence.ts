import { z } from 'zod';
import { defineOperation } from './operation.js';
import { quarterSchema } from './participation.js';
import { instantSchema } from './primitives.js';

export const evidenceSchema = z
  .object({
    municipality: z.string().describe('Its name'),
    tenths: z.int().min(1).max(10).describe('Of ten requests, at least so many had a yes of a neighbour within a day'),
    quarter: quarterSchema,
    publishedAt: instantSchema,
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidenceSchema>;

export const getEvidence = defineOperation({
  id: 'getEvidence',
  method: 'get',
  path: '/v1/evidence',
  tag: 'Publications',
  summary: 'What asking came to, of the last published quarter; null as long as too few requests stand behind it',
  access: 'public',
  success: {
    status: 200,
    description: 'The evidence, or null',
    body: z.object({ evidence: evidenceSchema.nullable() }),
  },
  problems: [],
});
