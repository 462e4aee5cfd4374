import { z } from 'zod';
import { defineOperation } from './operation.js';
import { identifierSchema, instantSchema, lineOfText, neighbourhoodCodeSchema } from './primitives.js';
import { categorySchema, requestStatusSchema } from './vocabulary.js';

/** Somebody who asked before, as far as is needed to recognise them at the telephone. */
export const knownAskerSchema = z
  .object({
    personId: identifierSchema,
    givenName: z.string(),
    familyName: z.string().nullable(),
    phoneEnding: z.string().nullable().describe('The last two digits, to check with the caller'),
    neighbourhoodCode: neighbourhoodCodeSchema,
    neighbourhoodName: z.string(),
    lastAskedAt: instantSchema,
    sameAs: z.enum(['phone', 'name']).describe('What is the same as what was typed'),
    openRequests: z
      .array(
        z.object({
          id: identifierSchema,
          category: categorySchema,
          status: requestStatusSchema,
          window: z.object({ from: instantSchema, until: instantSchema }),
        }),
      )
      .describe('Requests of this person that run now: perhaps the caller calls about one of these'),
  })
  .meta({ id: 'KnownAsker' });
export type KnownAsker = z.infer<typeof knownAskerSchema>;

export const findKnownAskers = defineOperation({
  id: 'findKnownAskers',
  method: 'post',
  path: '/v1/known-asker-searches',
  tag: 'Help requests',
  summary: 'Who may be calling: people who asked your organisation before, by telephone number or name',
  access: 'organiser',
  body: z
    .object({
      phone: lineOfText(20).optional(),
      givenName: lineOfText(60).optional(),
      familyName: lineOfText(80).optional(),
    })
    .refine(({ phone, givenName }) => phone !== undefined || givenName !== undefined, {
      path: ['phone'],
      message: 'Give a telephone number or a first name',
    }),
  success: {
    status: 200,
    description: 'At most 5 people, the likeliest first',
    body: z.object({ people: z.array(knownAskerSchema) }),
  },
  problems: ['not-allowed'],
});
