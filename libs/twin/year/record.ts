import { DAY, type Instant } from '../../domain/kernel/time.js';
import { dayOf, START } from '../calendar.js';
import { quietHours } from '../parameters.js';
import { isQuiet } from '../../domain/schedule/index.js';
import { localTimeOf } from '../calendar.js';
import type { World } from '../world/world.js';

/** How a request ended. */
export interface RequestRecord {
  readonly index: number;
  /** Minutes from posting to the yes; null when nobody came in time. */
  readonly minutesToYes: number | null;
  /** Who helps had never helped before. */
  readonly byFirstTimer: boolean;
  readonly asks: number;
}

/**
 * What happened in a year, noted by counting and by nothing else: violations are found from the sent asks themselves, so
 * that a mistake in a policy or in its checks shows.
 */
export class YearRecord {
  readonly requests: RequestRecord[] = [];
  readonly asksOf: Uint32Array;
  readonly firstHelpOf: Uint8Array;
  /** Asks by person and week of the year. */
  readonly asksByWeek: Uint16Array;
  readonly weeks: number;
  /** Person-weeks of those who were there when the week began. */
  presentWeeks = 0;
  /** People there on the last day. */
  presentAtEnd = 0;
  asks = 0;
  lateYeses = 0;
  budgetViolations = 0;
  quietViolations = 0;
  private readonly recent: Instant[][];

  constructor(readonly world: World) {
    const { count } = world.people;
    this.weeks = Math.ceil(world.days / 7);
    this.asksOf = new Uint32Array(count);
    this.firstHelpOf = new Uint8Array(count);
    this.asksByWeek = new Uint16Array(count * this.weeks);
    this.recent = Array.from({ length: count }, () => []);
  }

  sent(who: number, now: Instant): void {
    const { weeklyBudget, quiet } = this.world.people;
    this.asks += 1;
    this.asksOf[who] = (this.asksOf[who] ?? 0) + 1;
    const week = who * this.weeks + Math.floor(dayOf(now) / 7);
    this.asksByWeek[week] = (this.asksByWeek[week] ?? 0) + 1;
    const lastWeek = (this.recent[who] ?? []).filter((at) => at > now - 7 * DAY);
    lastWeek.push(now);
    this.recent[who] = lastWeek;
    if (lastWeek.length > (weeklyBudget[who] ?? 0)) this.budgetViolations += 1;
    const hours = quietHours[quiet[who] ?? 0];
    if (hours !== undefined && isQuiet(localTimeOf(now).minuteOfDay, hours.value)) this.quietViolations += 1;
  }

  /** Whether this instant belongs to the year. */
  covers(now: Instant): boolean {
    return now < START + this.world.days * DAY;
  }
}
