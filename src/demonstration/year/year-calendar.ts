import { weekdays } from '@app/contracts/http/vocabulary.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';

const dayMs = 24 * 3_600_000;

/** Puts a lived year, which begins on a Monday, where its last day is today. */
export class YearCalendar {
  /** Whole days before today. */
  readonly lastDay: number;
  private readonly midnights = new Map<number, number>();

  /**
   * @param now the moment up to which the year is lived
   * @param atLeast days of it, made longer until its weekdays are ours
   */
  constructor(
    readonly now: number,
    atLeast: number,
  ) {
    const today = weekdays.indexOf(localMoment(now).weekday);
    this.lastDay = atLeast + ((((today - atLeast) % 7) + 7) % 7);
  }

  /** When it was, of a moment so long after the beginning of the year by a clock without summer time. */
  at(sinceStart: number): number {
    const day = Math.floor(sinceStart / dayMs);
    return this.midnightOf(day) + (sinceStart - day * dayMs);
  }

  private midnightOf(day: number): number {
    const known = this.midnights.get(day);
    if (known !== undefined) return known;
    // Noon of that day is less than a day and a half from any midnight around it, in summer and in winter.
    const noon = this.now - (this.lastDay - day) * dayMs;
    const found = nextLocalTime(nextLocalTime(noon, 0) - 1.5 * dayMs, 0);
    this.midnights.set(day, found);
    return found;
  }
}
