import { DAY, type Instant } from '../kernel/time.js';

const FATIGUE_HALF_LIFE = 7 * DAY;
const THANKS_HALF_LIFE = 30 * DAY;
const WEEK = 7 * DAY;

/** Fatigue that was `value` at `at`, as it is now: half of it is gone in seven days. */
export function decayedFatigue(value: number, at: Instant, now: Instant): number {
  return value * 0.5 ** (Math.max(0, now - at) / FATIGUE_HALF_LIFE);
}

/** Fatigue just after one more ask; store it with `now`. */
export function afterAsk(value: number, at: Instant, now: Instant): number {
  return decayedFatigue(value, at, now) + 1;
}

/** Fatigue just after a completed help, which halves it; store it with `now`. */
export function afterHelp(value: number, at: Instant, now: Instant): number {
  return decayedFatigue(value, at, now) / 2;
}

/** How fresh the thanks for a help of `at` are: 1 just then, half of it in thirty days. */
export function fadedThanks(at: Instant, now: Instant): number {
  return 0.5 ** (Math.max(0, now - at) / THANKS_HALF_LIFE);
}

/** Asks of the last seven days: what a weekly budget is compared with. */
export function asksInLast7Days(times: readonly Instant[], now: Instant): number {
  return times.filter((time) => time > now - WEEK && time <= now).length;
}
