/** A day and a time as people in the Netherlands read them off the wall. */
export interface WallTime {
  /** `2026-11-24` */
  readonly day: string;
  /** `14:05` */
  readonly time: string;
}

const ZONE = 'Europe/Amsterdam';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the clock on the wall says at an instant. */
export function wallTimeOf(instant: number): WallTime {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(instant)) found[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The instant of a wall time. A time that the clock skips in spring becomes the hour after it; of a
 * time that comes twice in autumn the first is taken.
 */
export function instantOf({ day, time }: WallTime): number {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return Number.NaN;
  const offsetAt = (instant: number): number => {
    const wall = wallTimeOf(instant);
    return Date.parse(`${wall.day}T${wall.time}:00Z`) - Math.floor(instant / MINUTE) * MINUTE;
  };
  const candidates = [offsetAt(asIfUtc - DAY), offsetAt(asIfUtc + DAY)].map((offset) => asIfUtc - offset);
  const exact = candidates.filter((instant) => instant + offsetAt(instant) === asIfUtc);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** The day that lies a number of days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when it lies before. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY);
}
