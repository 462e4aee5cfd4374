import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { categories as lightFirst, weekdays } from '@app/contracts/http/vocabulary.js';
import { burdenedUntil } from '@app/domain/matching/index.js';
import type { StoredProfile } from './helper-profile.store.js';
import { toTimeOfDay } from './time-of-day.js';

type HelperProfileView = OperationResult<typeof operations.getHelperProfile>;

/** A profile as its owner sees it. A pause that is over is shown as none. */
export function presentHelperProfile(stored: StoredProfile, now: number): HelperProfileView {
  const { profile, ownRequests } = stored;
  const burdened = burdenedUntil(ownRequests, now);
  const paused = profile.pausedUntil !== null && profile.pausedUntil.getTime() > now;
  return {
    neighbourhoodCode: profile.neighbourhoodCode,
    categories: lightFirst.filter((category) => stored.categories.includes(category)),
    maxDistance: profile.maxDistance,
    availability: stored.availability.flatMap(({ day, fromMinute, untilMinute }) => {
      const weekday = weekdays[day - 1];
      return weekday ? [{ day: weekday, from: toTimeOfDay(fromMinute), until: toTimeOfDay(untilMinute) }] : [];
    }),
    quietHours: { from: toTimeOfDay(profile.quietFromMinute), until: toTimeOfDay(profile.quietUntilMinute) },
    weeklyAskBudget: profile.weeklyAskBudget,
    acute: profile.acceptsAcute,
    channels: [...profile.channels],
    pausedUntil: paused ? (profile.pausedUntil?.toISOString() ?? null) : null,
    alreadyHelping: profile.alreadyHelping,
    helpsWhileAsking: profile.helpsWhileAsking,
    againAtOnce: profile.againAtOnce,
    burdenedUntil: burdened === null ? null : new Date(burdened).toISOString(),
    trust: profile.trust,
  };
}
