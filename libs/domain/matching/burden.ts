import { DAY, type Instant } from '../kernel/time.js';

/** When somebody's own requests went out to neighbours, the latest few of each; ascending. */
export interface OwnRequests {
  readonly all: readonly Instant[];
  readonly acute: readonly Instant[];
}

/** Whoever asks this often within the period carries much, as far as anybody can tell without asking about health. */
const PERIOD = 30 * DAY;
const MANY = { all: 3, acute: 2 } as const;

/**
 * Until when somebody counts as heavily burdened by their own requests; null when they do not. Such people are asked only
 * if they chose so themselves. Nothing else is known or asked of how much somebody carries.
 */
export function burdenedUntil({ all, acute }: OwnRequests, now: Instant): Instant | null {
  const ends = [all.at(-MANY.all), acute.at(-MANY.acute)].map((at) => (at === undefined ? now : at + PERIOD));
  const last = Math.max(...ends);
  return last > now ? last : null;
}
