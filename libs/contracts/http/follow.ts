import { z } from 'zod';
import { partyKinds } from './desk.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';
import { categorySchema, requestStatusSchema } from './vocabulary.js';

const tag = 'Desk';

const madeCodeSchema = z
  .object({
    code: z.string().describe('As it is printed, in groups of four; only a mark of it is kept'),
    pdf: z.string().describe('The letter with it, as a PDF to print (base64)'),
    expiresAt: instantSchema,
  })
  .meta({ id: 'FollowCode' });

const made = {
  status: 201,
  description: 'The code, which cannot be had again; one that was made before no longer works',
  body: madeCodeSchema,
} as const;

export const makeQuestionFollowCode = defineOperation({
  id: 'makeQuestionFollowCode',
  method: 'post',
  path: '/v1/desk-questions/{id}/follow-codes',
  tag,
  summary:
    'A code to read aloud or to print, with which somebody without e-mail follows a question that you noted or own',
  access: 'organiser',
  params: idParams,
  success: made,
  problems: ['not-found', 'not-open'],
});

export const makeRequestFollowCode = defineOperation({
  id: 'makeRequestFollowCode',
  method: 'post',
  path: '/v1/help-requests/{id}/follow-codes',
  tag,
  summary:
    'A code to read aloud or to print, with which somebody without e-mail follows a request that was taken by telephone',
  access: 'organiser',
  params: idParams,
  success: made,
  problems: ['not-found', 'not-open'],
});

export const followedSchema = z
  .object({
    about: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('question'),
        status: z.enum(['open', 'answered']),
        dueAt: instantSchema,
        answer: z.string().nullable(),
      }),
      z.object({
        kind: z.literal('request'),
        status: requestStatusSchema,
        category: categorySchema,
        window: z.object({ from: instantSchema, until: instantSchema }),
        helped: z.boolean().nullable(),
      }),
    ]),
    askedAt: instantSchema,
    owner: z.object({
      kind: z.enum(partyKinds),
      organisationId: identifierSchema.nullable(),
      name: z.string(),
      person: z.object({ givenName: z.string(), phone: z.string() }).nullable(),
    }),
  })
  .meta({ id: 'Followed' });
export type Followed = z.infer<typeof followedSchema>;

export const follow = defineOperation({
  id: 'follow',
  method: 'post',
  path: '/v1/follow-ups',
  tag,
  summary:
    'How it stands with what was asked by telephone, for whoever has its code. No names, no address, no words of the asker.',
  access: 'public',
  body: z.object({ code: z.string().trim().min(1, 'Type the code').max(40, 'Use at most 40 characters') }),
  success: { status: 200, description: 'How it stands and who looks after it', body: followedSchema },
  problems: ['invalid-code', 'too-many-requests'],
});
