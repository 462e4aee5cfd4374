import { DAY, type Instant } from '../kernel/time.js';

/**
 * Written down before the first letter leaves, and the same for every campaign. There is one look at the outcome, at a
 * moment that nothing in between can move: whoever looks earlier, and stops when it looks good, fools themselves.
 */
export const campaignPlan = {
  /** Letters a day, so that a coordinator can answer whoever writes back. */
  lettersADay: 15,
  /** Who could not be written to within so many days, for want of budget or on pause, is left alone. */
  sendingDays: 14,
  /** A help counts when it was completed within so many days of the start. */
  measuredAfterDays: 42,
  /** Letters stop by themselves when so many readers at least, and more than this share, wanted none any more or left. */
  harm: { atLeast: 3, share: 0.05 },
} as const;

/**
 * Whether so many of those whom a letter reached turned away that no more may leave. It is looked at before every letter, and
 * looks at harm only: what a campaign does for helping is looked at once.
 */
export function doesHarm({ reached, unwelcome }: { readonly reached: number; readonly unwelcome: number }): boolean {
  const { atLeast, share } = campaignPlan.harm;
  return unwelcome >= atLeast && unwelcome > share * reached;
}

/** When the outcome is looked at, once. */
export function measuredAt(startedAt: Instant): Instant {
  return startedAt + campaignPlan.measuredAfterDays * DAY;
}

/** Until when letters leave. */
export function lettersUntil(startedAt: Instant): Instant {
  return startedAt + campaignPlan.sendingDays * DAY;
}
