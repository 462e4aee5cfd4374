import { z } from 'zod';
import { identifierSchema, instantSchema, neighbourhoodCodeSchema, textBlock, timeOfDaySchema } from './primitives.js';
import { daySchema, repeatDaysSchema, repeatTimeSchema } from './repeat.js';
import { categorySchema, weekdaySchema } from './vocabulary.js';

export const circleRoleSchema = z.enum(['caregiver', 'relative', 'helper', 'casemanager']).meta({ id: 'CircleRole' });
/** Roles somebody can be invited to. */
export const invitedRoleSchema = z
  .enum(['relative', 'helper', 'casemanager'])
  .describe('A relative plans and helps, a helper takes turns, a casemanager only reads')
  .meta({ id: 'InvitedCircleRole' });
export type InvitedRole = z.infer<typeof invitedRoleSchema>;

const circleAddressSchema = textBlock(200).refine((text) => text.length > 0, 'Give an address, or leave it out');

/** How long before its beginning a turn that nobody took goes to the board: a day, two, three or a week. */
export const leadHoursSchema = z.literal([24, 48, 72, 168]);
export const circleSettingsSchema = z
  .object({
    neighbourhoodCode: neighbourhoodCodeSchema,
    address: circleAddressSchema.nullish().describe('Only whoever holds a turn sees it'),
    leadHours: leadHoursSchema.default(72),
  })
  .meta({ id: 'CircleSettings' });
export type CircleSettings = z.output<typeof circleSettingsSchema>;

/** What repeats: on which days of the week, every how many weeks, at what time, until and including which day. */
export const newSeriesSchema = z
  .object({
    category: categorySchema,
    summary: textBlock(200).refine((text) => text.length > 0, 'Say in one sentence what you need'),
    days: repeatDaysSchema,
    everyWeeks: z.int().min(1).max(4).default(1),
    time: repeatTimeSchema,
    minutes: z.int().min(15).max(480),
    startDay: daySchema,
    untilDay: daySchema,
  })
  .refine(({ startDay, untilDay }) => startDay <= untilDay, {
    path: ['untilDay'],
    message: 'The last day must not lie before the first',
  })
  .refine(({ startDay, untilDay }) => Date.parse(untilDay) - Date.parse(startDay) <= 366 * 24 * 3_600_000, {
    path: ['untilDay'],
    message: 'Choose at most one year',
  })
  .meta({ id: 'NewCircleSeries' });
export type NewSeries = z.output<typeof newSeriesSchema>;

const seriesSchema = z
  .object({
    id: identifierSchema,
    category: categorySchema,
    summary: z.string().nullable(),
    rule: z.string().describe('RRULE of RFC 5545, by the wall clock of Europe/Amsterdam'),
    days: z.array(weekdaySchema),
    everyWeeks: z.int(),
    time: timeOfDaySchema,
    minutes: z.int(),
    startDay: daySchema,
    untilDay: daySchema,
  })
  .meta({ id: 'CircleSeries' });
export type SeriesView = z.infer<typeof seriesSchema>;

export const slotActions = ['take', 'give-back', 'ask-swap', 'stop-swap', 'leave-out'] as const;
const slotSchema = z
  .object({
    id: identifierSchema,
    seriesId: identifierSchema,
    category: categorySchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    status: z
      .enum(['open', 'taken', 'asked', 'cancelled'])
      .describe('asked: nobody of the circle took it in time, so it stands on the board'),
    takerGivenName: z.string().nullable(),
    mine: z.boolean(),
    swap: z.enum(['none', 'circle', 'member']).describe('Whom its taker asked to come instead'),
    swapWithMe: z.boolean().describe('You are asked to come instead'),
    helpRequestId: identifierSchema.nullable().describe('The request on the board, once it is asked'),
    neighbourFound: z.boolean().describe('Somebody from outside the circle said yes on the board'),
    notAsked: z.boolean().describe('It could not be put on the board'),
    actions: z.array(z.enum(slotActions)).describe('What you may do with it now'),
  })
  .meta({ id: 'CircleSlot' });
export type SlotView = z.infer<typeof slotSchema>;

const memberSchema = z
  .object({
    id: identifierSchema.describe('Of the membership, not of the person'),
    givenName: z.string(),
    role: invitedRoleSchema,
    status: z.enum(['waiting', 'active']).describe('waiting: the caregiver has not said yes yet'),
    mine: z.boolean(),
  })
  .meta({ id: 'CircleMember' });
export type MemberView = z.infer<typeof memberSchema>;

export const circleSchema = z
  .object({
    id: identifierSchema,
    role: circleRoleSchema.describe('What you are in it'),
    caregiverGivenName: z.string(),
    neighbourhoodCode: neighbourhoodCodeSchema,
    neighbourhoodName: z.string(),
    leadHours: z.int(),
    endedAt: instantSchema.nullable(),
    address: z.string().nullable().optional().describe('Only for the caregiver'),
    contact: z
      .object({ phone: z.string().nullable(), address: z.string().nullable() })
      .optional()
      .describe('Only for who holds a turn, until 24 hours after it'),
    members: z.array(memberSchema).describe('Who waits is shown to the caregiver only'),
    series: z.array(seriesSchema).describe('What repeats now'),
    slots: z.array(slotSchema).describe('The turns of the coming weeks, earliest first'),
    until: instantSchema.describe('No turn after this is in the answer'),
    actions: z.array(z.enum(['plan', 'invite', 'manage', 'leave'])),
  })
  .meta({ id: 'Circle' });
export type CircleView = z.infer<typeof circleSchema>;

export const circleSummarySchema = z
  .object({
    id: identifierSchema,
    role: circleRoleSchema,
    caregiverGivenName: z.string(),
    neighbourhoodCode: neighbourhoodCodeSchema.nullable().describe('Where it is; for the caregiver only'),
    waiting: z.boolean().describe('The caregiver has not said yes to you yet'),
    ended: z.boolean(),
    openTurns: z.int().describe('Turns of the coming 14 days that nobody has'),
    nextOfMine: instantSchema.nullable().describe('When you are expected next'),
    joining: z.int().describe('How many wait for your yes; for the caregiver only, otherwise 0'),
  })
  .meta({ id: 'CircleSummary' });
export type CircleSummary = z.infer<typeof circleSummarySchema>;
