import { z } from 'zod';
import { identifierSchema, timeOfDaySchema } from './primitives.js';
import { weekdaySchema } from './vocabulary.js';

const openPartSchema = z
  .object({ day: weekdaySchema, from: timeOfDaySchema, until: timeOfDaySchema })
  .refine(({ from, until }) => until > from, { path: ['until'], message: 'The end must be later than the start' });

export const openingHoursSchema = z
  .object({
    weekly: z.array(openPartSchema).min(1, 'Choose at least one day').max(21),
    closedDays: z.array(z.iso.date('Give a day, for example 2026-12-25')).max(60),
  })
  .meta({ id: 'OpeningHours' });
export type ToldHours = z.output<typeof openingHoursSchema>;

/** Where things go while an association does not answer: the desk of the municipality, another association or welfare. */
export const fallbackSchema = z
  .object({
    kind: z.enum(['desk', 'association', 'welfare']),
    associationId: identifierSchema.nullable().describe('Null unless it is another association'),
  })
  .refine(({ kind, associationId }) => (kind === 'association') === (associationId !== null), {
    path: ['associationId'],
    message: 'Choose an association, or none where the fallback is none',
  })
  .meta({ id: 'Fallback' });
export type Fallback = z.output<typeof fallbackSchema>;
