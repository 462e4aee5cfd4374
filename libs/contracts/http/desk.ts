import { z } from 'zod';
import { viewReasonSchema } from './contact-views.js';
import { defineOperation } from './operation.js';
import {
  givenNameSchema,
  identifierSchema,
  idParams,
  ifMatchHeaders,
  instantSchema,
  lineOfText,
  neighbourhoodCodeSchema,
  phoneSchema,
  textBlock,
} from './primitives.js';

const tag = 'Desk';

/** Themes of the conference of carers of 23 September 2025; whoever answers chooses one, for the figures. */
export const deskThemes = [
  'finding-the-way',
  'how-it-feels',
  'neighbours',
  'professional-help',
  'technology',
  'other',
] as const;
export const deskThemeSchema = z.enum(deskThemes).meta({ id: 'DeskTheme' });
export type DeskTheme = z.infer<typeof deskThemeSchema>;

/** Who can own a question; welfare is the organisation whose workers follow the figures of the municipality. */
export const partyKinds = ['association', 'desk', 'welfare'] as const;
export const partySchema = z
  .object({
    kind: z.enum(partyKinds),
    organisationId: identifierSchema.nullable().describe('Null for welfare, of which there is one'),
  })
  .meta({ id: 'DeskParty' });
export type DeskParty = z.infer<typeof partySchema>;

const words = (most: number) => textBlock(most).refine((text) => text.length >= 5, 'Say it in at least one sentence');

export const deskQuestionSchema = z
  .object({
    id: identifierSchema,
    version: z.int(),
    status: z.enum(['open', 'answered']),
    text: z.string().describe('Empty when it has had its time'),
    askedAt: instantSchema,
    dueAt: instantSchema.describe('The desk takes over, or is late, from then on'),
    owner: z.object({
      kind: z.enum(partyKinds),
      organisationId: identifierSchema.nullable(),
      name: z.string(),
      person: z.object({ givenName: z.string(), phone: z.string() }).nullable(),
    }),
    answer: z.string().nullable(),
    answeredAt: instantSchema.nullable(),
    theme: deskThemeSchema.nullable(),
    keepInTouch: z.boolean().describe('Who asked finds it heavy, and wants to be called'),
    desk: z
      .object({
        givenName: z.string(),
        byPhone: z.boolean().describe('Has no e-mail: the answer is told on the telephone'),
        offeredTo: z.object({ kind: z.enum(partyKinds), name: z.string() }).nullable(),
        may: z.array(z.enum(['offer', 'take', 'answer'])),
      })
      .nullable()
      .describe('Only for who deals with it'),
  })
  .meta({ id: 'DeskQuestion' });
export type DeskQuestion = z.infer<typeof deskQuestionSchema>;

export const askDesk = defineOperation({
  id: 'askDesk',
  method: 'post',
  path: '/v1/desk-questions',
  tag,
  summary: 'Ask where to go with something. One organisation owns the question until it is answered.',
  access: 'signed-in',
  body: z.object({
    text: words(1_000),
    neighbourhoodCode: neighbourhoodCodeSchema.optional().describe('The association of it begins; else the desk'),
    keepInTouch: z.boolean().default(false).describe('It is heavy: somebody may call, and keep in touch'),
    onBehalfOf: z
      .object({
        givenName: givenNameSchema,
        phone: phoneSchema,
        personId: identifierSchema.optional().describe('Somebody who called before, see /v1/desk-caller-searches'),
      })
      .optional()
      .describe('By an organiser, for who calls and has no e-mail'),
  }),
  success: { status: 201, description: 'Asked, with who owns it', body: deskQuestionSchema },
  problems: ['unknown-neighbourhood', 'not-allowed', 'not-found'],
});

const deskCallerSchema = z
  .object({
    personId: identifierSchema,
    givenName: z.string(),
    phoneEnding: z.string().nullable().describe('The last two digits, to check with the caller'),
    sameAs: z.enum(['phone', 'name']).describe('What is the same as what was typed'),
    openQuestions: z
      .array(z.object({ id: identifierSchema, text: z.string(), askedAt: instantSchema, ownerName: z.string() }))
      .describe('Perhaps the caller calls about one of these'),
  })
  .meta({ id: 'DeskCaller' });
export type DeskCaller = z.infer<typeof deskCallerSchema>;

export const findDeskCallers = defineOperation({
  id: 'findDeskCallers',
  method: 'post',
  path: '/v1/desk-caller-searches',
  tag,
  summary:
    'Who may be calling with a question: people who asked your organisation by telephone before, by number or name',
  access: 'organiser',
  body: z
    .object({ phone: lineOfText(20).optional(), givenName: lineOfText(60).optional() })
    .refine(({ phone, givenName }) => phone !== undefined || givenName !== undefined, {
      path: ['phone'],
      message: 'Give a telephone number or a first name',
    }),
  success: {
    status: 200,
    description: 'At most 5 people, the likeliest first',
    body: z.object({ people: z.array(deskCallerSchema) }),
  },
  problems: ['not-allowed'],
});

export const listDeskQuestions = defineOperation({
  id: 'listDeskQuestions',
  method: 'get',
  path: '/v1/desk-questions',
  tag,
  summary: 'Your own questions, or those that your organisation owns or is offered',
  access: 'signed-in',
  query: z.object({ role: z.enum(['mine', 'owner']) }),
  success: {
    status: 200,
    description: 'Open ones first; at most 200',
    body: z.object({
      questions: z.array(deskQuestionSchema),
      parties: z
        .array(partySchema.extend({ name: z.string() }))
        .describe('To whom a question can be offered; only for role owner'),
    }),
  },
  problems: ['not-allowed'],
});

export const setKeepInTouch = defineOperation({
  id: 'setKeepInTouch',
  method: 'put',
  path: '/v1/desk-questions/{id}/keep-in-touch',
  tag,
  summary: 'Say of your own open question that somebody may call and keep in touch, or take that back',
  access: 'signed-in',
  params: idParams,
  body: z.object({ wanted: z.boolean() }),
  success: { status: 204, description: 'Noted; asking twice changes nothing' },
  problems: ['not-found', 'not-open'],
});

export const offerDeskQuestion = defineOperation({
  id: 'offerDeskQuestion',
  method: 'put',
  path: '/v1/desk-questions/{id}/offer',
  tag,
  summary: 'Offer a question to somebody else. It stays yours until they take it.',
  access: 'signed-in',
  params: idParams,
  headers: ifMatchHeaders,
  body: z.object({ to: partySchema.nullable().describe('Null: offer it to nobody any more') }),
  success: { status: 200, description: 'The question after the change', body: deskQuestionSchema },
  problems: ['not-found', 'not-open', 'if-match-required', 'stale-version'],
});

export const answerDeskOffer = defineOperation({
  id: 'answerDeskOffer',
  method: 'put',
  path: '/v1/desk-questions/{id}/offer-answer',
  tag,
  summary: 'Take a question that is offered to you, or leave it where it is',
  access: 'signed-in',
  params: idParams,
  headers: ifMatchHeaders,
  body: z.object({ take: z.boolean() }),
  success: { status: 204, description: 'Taken: it is yours from now on. Left: it stays with its owner.' },
  problems: ['not-found', 'not-open', 'if-match-required', 'stale-version'],
});

export const answerDeskQuestion = defineOperation({
  id: 'answerDeskQuestion',
  method: 'put',
  path: '/v1/desk-questions/{id}/answer',
  tag,
  summary: 'Answer a question that is yours',
  access: 'signed-in',
  params: idParams,
  headers: ifMatchHeaders,
  body: z.object({ text: words(2_000), theme: deskThemeSchema }),
  success: { status: 200, description: 'Answered, and told to the asker', body: deskQuestionSchema },
  problems: ['not-found', 'not-open', 'if-match-required', 'stale-version'],
});

export const viewDeskAsker = defineOperation({
  id: 'viewDeskAsker',
  method: 'post',
  path: '/v1/desk-questions/{id}/contact-views',
  tag,
  summary: 'See the telephone number of who asked, with a reason; this view is in the audit trail',
  access: 'signed-in',
  params: idParams,
  body: z.object({ reason: viewReasonSchema.optional().describe('Left out: 400 reason-required') }),
  success: { status: 201, description: 'The number', body: z.object({ phone: z.string().nullable() }) },
  problems: ['not-found', 'reason-required'],
});
