import type { PublicationDocument } from '@app/contracts/http/publications.js';
import { allRow } from '@app/domain/participation/index.js';

/** A count of the whole municipality, or of parts of it together; null when one of them is not in the publication. */
type Counted = (...columns: readonly string[]) => number | null;

/**
 * What a publication comes to in a few sentences, for who has a minute: only from counts that are in it.
 * @param before the quarter before as it was published then, to compare with
 */
export function briefOf(publication: PublicationDocument, before?: PublicationDocument): readonly string[] {
  const now = countsOf(publication);
  const then = before ? countsOf(before) : () => null;
  return [newHelpers(now, then), willing(now, then), helped(now, then), soon(now), gatherings(now), desk(now)].filter(
    (sentence) => sentence !== null,
  );
}

function countsOf({ tables }: PublicationDocument): Counted {
  const amounts = new Map<string, number | null>();
  for (const { code, columns, rows } of tables) {
    const whole = rows.find((row) => row.code === allRow);
    // What was counted since the beginning has the same columns as what the quarter counts.
    if (code === 'since-start') continue;
    columns.forEach((column, index) => amounts.set(column.code, whole?.values[index] ?? null));
  }
  return (...columns) =>
    columns.reduce<number | null>((sum, column) => {
      const amount = amounts.get(column) ?? null;
      return sum === null || amount === null ? null : sum + amount;
    }, 0);
}

/** What this is about: people who were only willing and help now. */
function newHelpers(now: Counted, then: Counted): string | null {
  const people = now('first-help/not-yet');
  if (people === null) return null;
  return `${people} mensen die nog niet hielpen, hielpen voor het eerst een buur.${inQuarterBefore(then('first-help/not-yet'))}`;
}

function willing(now: Counted, then: Counted): string | null {
  const people = now('willing/not-yet');
  if (people === null) return null;
  return `${people} mensen die nog niet hielpen, meldden zich aan.${inQuarterBefore(then('willing/not-yet'))}`;
}

function helped(now: Counted, then: Counted): string | null {
  const [done, asked] = [now('requests/helped'), now('requests')];
  const share = ofHundred(done, asked);
  if (share === null) return null;
  const earlier = ofHundred(then('requests/helped'), then('requests'));
  return `${done} van de ${asked} hulpvragen zijn geholpen, ongeveer ${share} van de 100.${inQuarterBefore(earlier)}`;
}

function soon(now: Counted): string | null {
  const share = ofHundred(now('time-to-yes/15-minutes', 'time-to-yes/1-hour'), now('time-to-yes'));
  if (share === null) return null;
  return `Van elke 100 keer dat een buur ja zei, was dat ongeveer ${share} keer binnen een uur.`;
}

function gatherings(now: Counted): string | null {
  const [announced, visits] = [now('gatherings'), now('gathering-visits')];
  if (announced === null) return null;
  return `${announced} ontmoetingen waren aangekondigd.${visits === null ? '' : ` Er waren daar samen ${visits} bezoeken.`}`;
}

function desk(now: Counted): string | null {
  const [answered, quick] = [now('desk-themes'), now('desk-questions/1-day')];
  if (answered === null) return null;
  return `Het loket beantwoordde ${answered} vragen${quick === null ? '' : `, waarvan ${quick} binnen een dag`}.`;
}

function inQuarterBefore(amount: number | null): string {
  return amount === null ? '' : ` In het kwartaal ervoor waren dat er ${amount}.`;
}

/** Counts are rounded one by one: a part may seem larger than its whole. */
function ofHundred(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return Math.min(100, Math.round((100 * part) / whole));
}
