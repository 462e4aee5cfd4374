import { z } from 'zod';
import { viewReasonSchema } from './contact-views.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

/** A neighbour to ring: an ask like any other, by the voice of an organiser. */
export const callSchema = z
  .object({
    id: identifierSchema.describe('Of the ask'),
    givenName: z.string(),
    phone: z.string(),
    reasons: z.array(z.string()).describe('Why this neighbour, in plain Dutch'),
    calledAt: instantSchema,
  })
  .meta({ id: 'NeighbourCall' });
export type NeighbourCall = z.infer<typeof callSchema>;

export const callNextNeighbour = defineOperation({
  id: 'callNextNeighbour',
  method: 'post',
  path: '/v1/help-requests/{id}/calls',
  tag: 'Work list',
  summary:
    'Who to ring next for this request. Counts as an ask at once; until it has an outcome the same call is given.',
  access: 'organiser',
  params: idParams,
  body: z.object({ reason: viewReasonSchema.optional().describe('Left out: 400 reason-required') }),
  success: {
    status: 200,
    description: 'The neighbour, or null when nobody may be rung now: budgets, quiet hours and pauses hold here too',
    body: z.object({ call: callSchema.nullable() }),
  },
  problems: ['not-found', 'reason-required', 'not-open'],
});

export const recordCallOutcome = defineOperation({
  id: 'recordCallOutcome',
  method: 'put',
  path: '/v1/calls/{id}/outcome',
  tag: 'Work list',
  summary: 'What the neighbour said. A yes follows the same one-winner rule as any other.',
  access: 'organiser',
  params: idParams,
  body: z.object({ outcome: z.enum(['yes', 'no', 'no-answer']) }),
  success: {
    status: 200,
    description: 'Noted',
    body: z.object({ status: z.enum(['matched', 'confirmed', 'waitlisted', 'declined', 'no-answer']) }),
  },
  problems: [
    'not-found',
    'already-answered',
    'already-matched',
    'not-open',
    'own-request',
    'trust-too-low',
    'too-many-agreements',
    'profile-required',
  ],
});
