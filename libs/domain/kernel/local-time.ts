import type { Weekday } from './vocabulary.js';

/** A moment of the local week. Whoever has a time-zone database makes it; the domain has none. */
export interface LocalTime {
  readonly weekday: Weekday;
  /** Minutes since local midnight, 0 up to and including 1439. */
  readonly minuteOfDay: number;
}

export const MINUTES_PER_DAY = 24 * 60;
