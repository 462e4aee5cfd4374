import { z } from 'zod';

const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line of text a person typed: trimmed, no line breaks or control characters. */
export function lineOfText(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Fill in at least one character')
    .max(max, `Use at most ${max} characters`)
    .refine(
      (text) => !controlCharacters.test(text) && !/[\r\n\t]/.test(text),
      'Leave out line breaks and control characters',
    )
    .refine((text) => text.isWellFormed(), 'The text holds broken characters');
}

/** Several lines of text a person typed. */
export function textBlock(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters`)
    .refine((text) => !controlCharacters.test(text), 'Leave out control characters')
    .refine((text) => text.isWellFormed(), 'The text holds broken characters');
}

export const identifierSchema = z.uuid('Not an identifier of ours').meta({ id: 'Identifier' });

/** An instant with offset; answers are always in UTC. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: 'Give a date and time with offset, for example 2026-11-24T14:00:00Z' })
  .meta({ id: 'Instant' });

export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time, for example 16:00')
  .meta({ id: 'TimeOfDay' });

export const neighbourhoodCodeSchema = z
  .string()
  .regex(/^BU\d{8}$/, 'Give a CBS neighbourhood code, for example BU03270000')
  .meta({ id: 'NeighbourhoodCode' });

export const emailSchema = z
  .email('Give an e-mail address, for example naam@voorbeeld.nl')
  .max(254, 'Use at most 254 characters');

export const phoneSchema = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 \-()]{5,18}[0-9]$/, 'Give a telephone number, for example 06 12345678');

export const givenNameSchema = lineOfText(60);
export const familyNameSchema = lineOfText(80);

/** Optimistic lock of an edit: the version the editor saw, in quotes. */
export const ifMatchHeaders = z.object({
  'if-match': z
    .string()
    .regex(/^"?\d+"?$/, 'Send the version you saw, for example If-Match: "3"')
    .optional(),
});

/** The version in an If-Match header, when there is one. */
export function versionIn(headers: z.output<typeof ifMatchHeaders>): number | undefined {
  const version = headers['if-match'];
  return version === undefined ? undefined : Number(version.replaceAll('"', ''));
}

export const idParams = z.object({ id: identifierSchema });
