import { z } from 'zod';
import { flagSchema } from './flags.js';
import {
  emailSchema,
  familyNameSchema,
  givenNameSchema,
  identifierSchema,
  instantSchema,
  neighbourhoodCodeSchema,
  phoneSchema,
  textBlock,
} from './primitives.js';
import { lastsAtMostOneYear, weeklySchema } from './repeat.js';
import { categorySchema, requestStatusSchema, trustLevelSchema, urgencySchema } from './vocabulary.js';

/** A sentence or two about what is needed; long stories belong in the conversation. */
const summarySchema = textBlock(500).refine((text) => text.length > 0, 'Say in one sentence what you need');
const addressSchema = textBlock(200).refine((text) => text.length > 0, 'Give an address, or leave it out');

export const windowSchema = z
  .object({ from: instantSchema, until: instantSchema })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), {
    path: ['until'],
    message: 'The end must be later than the start',
  })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= 14 * 24 * 3_600_000, {
    path: ['until'],
    message: 'Choose a window of at most 14 days',
  })
  .meta({ id: 'Window' });

export const postHelpRequestSchema = z
  .object({
    category: categorySchema,
    urgency: urgencySchema,
    summary: summarySchema,
    window: windowSchema,
    expectedMinutes: z.int().min(5).max(480).optional(),
    neighbourhoodCode: neighbourhoodCodeSchema,
    address: addressSchema.optional(),
    helpersNeeded: z.int().min(1, 'At least 1 neighbour').max(8, 'At most 8 neighbours').default(1),
    requiredTrust: trustLevelSchema.default('none'),
    autoConfirm: z.boolean().default(false),
    onBehalfOf: z
      .object({
        givenName: givenNameSchema,
        familyName: familyNameSchema.optional(),
        phone: phoneSchema.optional(),
        relation: z.enum(['relative', 'phone-intake', 'referral']),
        consentStated: z
          .boolean()
          .optional()
          .describe('The asker says that this person knows of the request and agrees'),
        personId: identifierSchema
          .optional()
          .describe(
            'Only for phone-intake: somebody who asked your organisation before, from /v1/known-asker-searches',
          ),
      })
      .refine(({ relation, personId }) => personId === undefined || relation === 'phone-intake', {
        path: ['personId'],
        message: 'Only a request taken by telephone can be for somebody who is known',
      })
      .optional(),
    sameNeighbourAs: identifierSchema
      .optional()
      .describe(
        'An earlier request of the asker that was helped: whoever helped is asked first, if that may be, and then others',
      ),
    weekly: weeklySchema.optional(),
    contact: z
      .object({ givenName: givenNameSchema, familyName: familyNameSchema.optional(), email: emailSchema })
      .optional()
      .describe('Only for a guest: how to reach you'),
  })
  .refine(
    ({ weekly, urgency, helpersNeeded }) => weekly === undefined || (urgency === 'planned' && helpersNeeded === 1),
    {
      path: ['weekly'],
      message: 'What comes back every week is planned, and for one neighbour a time',
    },
  )
  .refine(({ weekly, onBehalfOf }) => weekly === undefined || (onBehalfOf?.relation ?? 'relative') === 'relative', {
    path: ['weekly'],
    message: 'Only who asks with an account of their own has a circle',
  })
  .refine(({ weekly, window }) => weekly === undefined || lastsAtMostOneYear(weekly, window.from), {
    path: ['weekly', 'untilDay'],
    message: 'The last day must lie after the first time, at most one year later',
  })
  .meta({ id: 'PostHelpRequest' });
export type PostHelpRequestBody = z.output<typeof postHelpRequestSchema>;

export const ownerSchema = z
  .object({
    kind: z.enum(['association', 'desk']),
    organisationId: identifierSchema,
    name: z.string(),
    person: z.object({ givenName: z.string(), phone: z.string() }),
  })
  .meta({ id: 'Owner' });

export const escalationSchema = z
  .object({
    level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    nextAt: instantSchema.nullable(),
    /** When each step was or will be taken, so that a person can see what happens next. */
    coordinatorAt: instantSchema.nullable(),
    deskAt: instantSchema.nullable(),
    reason: z.enum(['nobody-reachable', 'clock']).nullable(),
  })
  .meta({ id: 'Escalation' });

/** A neighbour who said yes, as the asker and the coordinator see them. */
export const helperSchema = z
  .object({
    acceptanceId: identifierSchema,
    givenName: z.string(),
    status: z.enum(['accepted', 'confirmed']),
    phone: z.string().nullable().describe('Only once confirmed'),
  })
  .meta({ id: 'Helper' });

/** My own place in somebody's request. */
export const participationSchema = z
  .object({ acceptanceId: identifierSchema, status: z.enum(['accepted', 'confirmed', 'waitlisted', 'withdrawn']) })
  .meta({ id: 'Participation' });

export const helpRequestSchema = z
  .object({
    id: identifierSchema,
    status: requestStatusSchema,
    version: z.int(),
    viewer: z.enum(['asker', 'coordinator', 'helper']),
    category: categorySchema,
    urgency: urgencySchema,
    summary: z.string(),
    window: z.object({ from: instantSchema, until: instantSchema }),
    expectedMinutes: z.int(),
    neighbourhoodCode: neighbourhoodCodeSchema,
    neighbourhoodName: z.string(),
    helpersNeeded: z.int(),
    requiredTrust: trustLevelSchema,
    autoConfirm: z.boolean(),
    owner: ownerSchema,
    escalation: escalationSchema,
    postedAt: instantSchema,
    /** Only for the asker and the coordinator. */
    asker: z
      .object({ givenName: z.string(), familyName: z.string().nullable(), phone: z.string().nullable() })
      .optional(),
    onBehalfOf: z
      .object({
        givenName: z.string(),
        relation: z.enum(['relative', 'phone-intake', 'referral']),
        consentStated: z.boolean(),
      })
      .optional(),
    address: z.string().nullable().optional(),
    hasAddress: z
      .boolean()
      .optional()
      .describe('For a coordinator, who sees family name, telephone and address by contact-views, with a reason'),
    helpers: z.array(helperSchema).optional(),
    flags: z.array(flagSchema).optional().describe('What in the text is worth a look; only for a coordinator'),
    /** Only for a neighbour who said yes; contact only once confirmed and until 24 hours after the help. */
    participation: participationSchema.optional(),
    contact: z
      .object({
        givenName: z.string(),
        familyName: z.string().nullable(),
        phone: z.string().nullable(),
        address: z.string(),
      })
      .optional(),
    weekly: weeklySchema.optional().describe('Only for the asker and the coordinator: it comes back every week'),
    outcome: z
      .object({ helped: z.boolean(), note: z.string().nullable().optional().describe('Only for the coordinator') })
      .nullable(),
    /** Names of the commands this viewer may give now. */
    actions: z.array(z.enum(['confirm', 'cancel', 'edit', 'record-outcome', 'withdraw', 'approve'])),
  })
  .meta({ id: 'HelpRequest' });
export type HelpRequestView = z.infer<typeof helpRequestSchema>;

export const postedHelpRequestSchema = helpRequestSchema
  .extend({ challengeId: identifierSchema.optional().describe('Only for a guest: sign in with its code to confirm') })
  .meta({ id: 'PostedHelpRequest' });
export type PostedHelpRequestView = z.infer<typeof postedHelpRequestSchema>;

export const editHelpRequestSchema = z
  .object({
    summary: summarySchema.optional(),
    address: addressSchema.optional(),
    window: windowSchema.optional(),
    expectedMinutes: z.int().min(5).max(480).optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Give at least one field to change')
  .meta({ id: 'EditHelpRequest' });
