import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema, neighbourhoodCodeSchema, timeOfDaySchema } from './primitives.js';
import {
  categorySchema,
  channelSchema,
  maxDistanceSchema,
  trustLevelSchema,
  urgencySchema,
  weekdaySchema,
} from './vocabulary.js';

export const askStatuses = ['pending', 'yes', 'no', 'expired', 'closed'] as const;

export const askSchema = z
  .object({
    id: identifierSchema,
    helpRequestId: identifierSchema,
    status: z.enum(askStatuses),
    sentAt: instantSchema,
    expiresAt: instantSchema,
    reasons: z.array(z.string()).describe('Why you, in plain words of your language'),
    request: z.object({
      category: categorySchema,
      urgency: urgencySchema,
      summary: z.string(),
      window: z.object({ from: instantSchema, until: instantSchema }),
      expectedMinutes: z.int(),
      givenName: z.string(),
      neighbourhoodCode: neighbourhoodCodeSchema,
    }),
  })
  .meta({ id: 'Ask' });
export type AskView = z.infer<typeof askSchema>;

export const listAsks = defineOperation({
  id: 'listAsks',
  method: 'get',
  path: '/v1/asks',
  tag: 'Asks',
  summary: 'What you are asked now, or were asked before',
  access: 'signed-in',
  query: z.object({ status: z.enum(askStatuses).default('pending') }),
  success: { status: 200, description: 'Your asks', body: z.object({ asks: z.array(askSchema) }) },
  problems: [],
});

export const declineReasons = ['not-now', 'not-my-thing', 'later'] as const;

export const answerAsk = defineOperation({
  id: 'answerAsk',
  method: 'put',
  path: '/v1/asks/{id}/answer',
  tag: 'Asks',
  summary: 'Answer an ask. A yes follows the same one-winner rule as a yes from the board.',
  access: 'signed-in',
  params: idParams,
  body: z.object({
    answer: z.enum(['yes', 'no']),
    reason: z
      .enum(declineReasons)
      .optional()
      .describe('Why not; may be told, or changed, after a no that was given without'),
    stopCategory: z
      .boolean()
      .optional()
      .describe('With `not-my-thing`: true for no more asks of this kind of help, false to get them again'),
    askAgainFrom: instantSchema
      .nullish()
      .describe('With `later`: no asks before this moment, at most a year away; null to end that'),
    waitlist: z.boolean().optional(),
  }),
  success: {
    status: 200,
    description: 'Your answer is noted',
    body: z
      .object({
        status: z.enum(['matched', 'confirmed', 'waitlisted', 'declined']),
        afterNo: z
          .object({
            reason: z.enum(declineReasons).nullable(),
            offersCategory: z.boolean().describe('Whether you are still asked for this kind of help'),
            onlyCategory: z.boolean().describe('It is the only kind that you offer, so it stays'),
            pausedUntil: instantSchema.nullable(),
          })
          .optional()
          .describe('Only after a no: what it means for the next asks'),
      })
      .meta({ id: 'AnswerResult' }),
  },
  problems: [
    'barred-now',
    'not-found',
    'already-answered',
    'already-matched',
    'not-open',
    'trust-too-low',
    'too-many-agreements',
  ],
});

export type AnswerResult = z.infer<typeof answerAsk.success.body>;

const fiveMinutes = 'Ends must be later than starts';
export const helperProfileSchema = z
  .object({
    neighbourhoodCode: neighbourhoodCodeSchema,
    categories: z.array(categorySchema).min(1, 'Choose at least one kind of help').max(11),
    maxDistance: maxDistanceSchema,
    availability: z
      .array(
        z
          .object({ day: weekdaySchema, from: timeOfDaySchema, until: timeOfDaySchema })
          .refine(({ from, until }) => from < until, { path: ['until'], message: fiveMinutes }),
      )
      .max(42)
      .describe('Empty means: any time outside quiet hours'),
    quietHours: z.object({ from: timeOfDaySchema, until: timeOfDaySchema }).default({ from: '21:00', until: '08:00' }),
    weeklyAskBudget: z.int().min(0).max(14).default(2),
    acute: z.boolean(),
    channels: z.array(channelSchema).min(1, 'Choose how we may reach you').max(3).default(['email']),
    pausedUntil: instantSchema.nullish(),
    alreadyHelping: z.boolean().default(false).describe('False: not yet, but willing'),
    helpsWhileAsking: z
      .boolean()
      .optional()
      .describe('May be asked while asking for help; left out, it stays as it was, at first false'),
    againAtOnce: z
      .boolean()
      .optional()
      .describe('Whoever you helped may ask you again without the three days of rest; left out, it stays as it was'),
  })
  .meta({ id: 'HelperProfile' });
export type HelperProfileBody = z.output<typeof helperProfileSchema>;

export const helperProfileViewSchema = helperProfileSchema
  .extend({
    pausedUntil: instantSchema.nullable(),
    helpsWhileAsking: z.boolean(),
    againAtOnce: z.boolean(),
    burdenedUntil: instantSchema
      .nullable()
      .describe('Until then nobody asks you, because you ask for much help yourself; unless `helpsWhileAsking`'),
    trust: trustLevelSchema,
  })
  .meta({ id: 'HelperProfileView' });

export const getHelperProfile = defineOperation({
  id: 'getHelperProfile',
  method: 'get',
  path: '/v1/helper-profile',
  tag: 'Helper profile',
  summary: 'What you are willing to do, when and how often',
  access: 'signed-in',
  success: { status: 200, description: 'Your profile', body: helperProfileViewSchema },
  problems: ['not-found'],
});

export const putHelperProfile = defineOperation({
  id: 'putHelperProfile',
  method: 'put',
  path: '/v1/helper-profile',
  tag: 'Helper profile',
  summary: 'Say that you are willing, or change what, when and how often',
  access: 'signed-in',
  body: helperProfileSchema,
  success: { status: 200, description: 'Your profile after the change', body: helperProfileViewSchema },
  problems: ['unknown-neighbourhood', 'too-many-requests'],
});
