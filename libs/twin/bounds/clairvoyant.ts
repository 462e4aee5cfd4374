import { isAskingHour, minutesUntilAskingHour } from '../../domain/matching/asking-hours.js';
import { type Instant, MINUTE } from '../../domain/kernel/time.js';
import { minutesUntilQuietEnds } from '../../domain/schedule/quiet-hours.js';
import { localTimeOf } from '../calendar.js';
import { quietHours } from '../parameters.js';
import type { Arrival } from '../world/arrivals.js';
import { replyMinutes, saysYes, trueLogit } from '../world/truth.js';
import { suitedTo, type World } from '../world/world.js';

/**
 * Which requests could be filled at all, 1 or 0 each: everybody whom the request suits is asked as soon as they may be,
 * is rested, thanked as much as can be, a regular helper, and never leaves. No policy that only asks can fill a request
 * that this does not fill, because a person's intention and delay are the same under every policy.
 */
export function clairvoyantFills(world: World): Uint8Array {
  return Uint8Array.from(world.arrivals, (arrival) => (canBeFilled(world, arrival) ? 1 : 0));
}

function canBeFilled(world: World, arrival: Arrival): boolean {
  const best = { helps: Number.POSITIVE_INFINITY, fatigue: 0, boost: world.parameters.boostCap };
  const awakeAt = quietHours.map(({ value }) => firstAskableAt(arrival, value));
  return suitedTo(world, arrival).some(({ who, distanceKm }) => {
    const askedAt = awakeAt[world.people.quiet[who] ?? 0] ?? Number.POSITIVE_INFINITY;
    if (askedAt > arrival.deadline) return false;
    if (!saysYes(world, arrival, who, trueLogit(world, arrival, who, distanceKm, best))) return false;
    return askedAt + replyMinutes(world, arrival, who) * MINUTE <= arrival.deadline;
  });
}

/** First moment at which somebody with these quiet hours may be asked; infinite when not before the deadline. */
function firstAskableAt(
  { at, urgency, deadline }: Arrival,
  quiet: { readonly fromMinute: number; readonly untilMinute: number },
): Instant {
  for (let moment = at; moment <= deadline;) {
    const local = localTimeOf(moment);
    const untilAwake = minutesUntilQuietEnds(local.minuteOfDay, quiet);
    const untilAsking = urgency === 'planned' && !isAskingHour(local) ? minutesUntilAskingHour(local) : 0;
    const wait = Math.max(untilAwake, untilAsking);
    if (wait === 0) return moment;
    // Minutes of the day count from the whole minute.
    moment += wait * MINUTE - (moment % MINUTE);
  }
  return Number.POSITIVE_INFINITY;
}
