import { z } from 'zod';
import { identifierSchema, instantSchema, lineOfText, neighbourhoodCodeSchema, textBlock } from './primitives.js';
import { daySchema, repeatTimeSchema } from './repeat.js';

export const gatheringKinds = ['coffee', 'caregiver-cafe', 'young-adults', 'meal', 'walk', 'other'] as const;
export const gatheringKindSchema = z.enum(gatheringKinds).meta({ id: 'GatheringKind' });
export type GatheringKind = z.infer<typeof gatheringKindSchema>;

export const gatheringAudiences = ['everybody', 'caregivers', 'young-adults'] as const;
export const gatheringAudienceSchema = z
  .enum(gatheringAudiences)
  .describe('Whom it is meant for; nobody is asked to prove it. young-adults: 18 to 24')
  .meta({ id: 'GatheringAudience' });
export type GatheringAudience = z.infer<typeof gatheringAudienceSchema>;

/** Weeks between two dates of what repeats. */
export const gatheringRhythms = [1, 2, 4] as const;

/** What an organiser says of a gathering, and can change afterwards. */
const aboutGathering = {
  kind: gatheringKindSchema,
  title: lineOfText(80),
  words: textBlock(600).describe('For everybody to read'),
  place: lineOfText(120).describe('Building and street, for everybody to read'),
  neighbourhoodCode: neighbourhoodCodeSchema,
  forWhom: gatheringAudienceSchema,
  seats: z.int().min(2).max(500).nullable().describe('People who can come; null for as many as want to'),
  time: repeatTimeSchema.describe('When it begins, by the clock on the wall'),
  minutes: z.int().min(15).max(480),
};

export const gatheringChangeSchema = z.object(aboutGathering).meta({ id: 'GatheringChange' });
export type GatheringChange = z.output<typeof gatheringChangeSchema>;

export const newGatheringSchema = z
  .object({
    associationId: identifierSchema,
    ...aboutGathering,
    day: daySchema.describe('The first time'),
    everyWeeks: z.literal(gatheringRhythms).nullable().describe('Null for one time'),
    untilDay: daySchema.nullable().describe('The last day on which it may be, of what repeats'),
  })
  .refine(({ everyWeeks, untilDay }) => (everyWeeks === null) === (untilDay === null), {
    path: ['untilDay'],
    message: 'What repeats has a last day, and what is once has none',
  })
  .refine(({ day, untilDay }) => untilDay === null || day <= untilDay, {
    path: ['untilDay'],
    message: 'The last day must not lie before the first',
  })
  .refine(({ day, untilDay }) => Date.parse(untilDay ?? day) - Date.parse(day) <= 366 * 24 * 3_600_000, {
    path: ['untilDay'],
    message: 'Choose at most one year',
  })
  .meta({ id: 'NewGathering' });
export type NewGathering = z.output<typeof newGatheringSchema>;

/** People somebody brings along. */
export const extraSchema = z.int().min(0).max(3);

const dateSchema = z
  .object({
    id: identifierSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    status: z.enum(['planned', 'cancelled']),
    full: z.boolean(),
    mine: z.object({ extra: extraSchema }).nullable().describe('You said that you come, with so many others'),
  })
  .meta({ id: 'GatheringDate' });
export type GatheringDateView = z.infer<typeof dateSchema>;

const publicFields = {
  id: identifierSchema,
  kind: gatheringKindSchema,
  title: z.string(),
  place: z.string(),
  neighbourhoodCode: neighbourhoodCodeSchema,
  neighbourhoodName: z.string(),
  forWhom: gatheringAudienceSchema,
  organisationName: z.string(),
  everyWeeks: z.int().nullable().describe('Null for one time'),
};

export const gatheringSummarySchema = z.object({ ...publicFields, next: dateSchema }).meta({ id: 'GatheringSummary' });
export type GatheringSummary = z.infer<typeof gatheringSummarySchema>;

export const gatheringSchema = z
  .object({
    ...publicFields,
    words: z.string(),
    seats: z.int().nullable(),
    contact: z.object({ givenName: z.string(), phone: z.string() }).describe('Whom to call at the organisation'),
    dates: z.array(dateSchema).describe('What is still to come, earliest first, at most eight'),
  })
  .meta({ id: 'Gathering' });
export type GatheringView = z.infer<typeof gatheringSchema>;

const managedDateSchema = z
  .object({
    id: identifierSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    status: z.enum(['planned', 'cancelled']),
    expected: z.int().describe('People who said that they would come, with those they bring; nobody is named'),
    outcome: z.enum(['held', 'not-held']).nullable().describe('Null: nobody noted it yet'),
    came: z.int().nullable(),
    actions: z.array(z.enum(['note', 'cancel'])),
  })
  .meta({ id: 'ManagedGatheringDate' });
export type ManagedGatheringDate = z.infer<typeof managedDateSchema>;

export const managedGatheringSchema = z
  .object({
    ...publicFields,
    associationId: identifierSchema,
    words: z.string(),
    seats: z.int().nullable(),
    time: z.string(),
    minutes: z.int(),
    ended: z.boolean().describe('Nothing of it is still to come'),
    dates: z.array(managedDateSchema).describe('Of the last 60 days and what is still to come, earliest first'),
  })
  .meta({ id: 'ManagedGathering' });
export type ManagedGathering = z.infer<typeof managedGatheringSchema>;
