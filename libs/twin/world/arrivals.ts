import { DAY, HOUR, type Instant, MINUTE } from '../../domain/kernel/time.js';
import { categories, type Category, type TrustLevel, type Urgency } from '../../domain/kernel/vocabulary.js';
import { dayOf, START } from '../calendar.js';
import { areas, kindsOfHelp, plannedHelpEnds, requestsByHour, type TwinParameters } from '../parameters.js';
import { type Chance, streams } from '../random.js';
import { placeIn } from './places.js';

/** A request that will be made, whatever the policy. */
export interface Arrival {
  /** Rank by time; names the request in the streams of chance. */
  readonly index: number;
  readonly at: Instant;
  readonly area: number;
  /** Centre of the asker's cell, km. */
  readonly east: number;
  readonly north: number;
  readonly urgency: Urgency;
  readonly category: Category;
  readonly requiredTrust: TrustLevel;
  readonly windowFrom: Instant;
  readonly windowUntil: Instant;
  readonly expectedMinutes: number;
  /** A yes after this is too late: it leaves no time to help. */
  readonly deadline: Instant;
}

/** Every request of `days` days, by time. */
export function makeArrivals(parameters: TwinParameters, chance: Chance, days: number): readonly Arrival[] {
  const moments: Instant[] = [];
  for (let day = 0; day < days; day += 1) {
    const count = chance.poisson(parameters.requestsPerDay, streams.arrivals, day);
    for (let each = 0; each < count; each += 1) {
      const hour = chance.index(requestsByHour, streams.hour, day, each);
      moments.push(START + day * DAY + (hour + chance.uniform(streams.minute, day, each)) * HOUR);
    }
  }
  return moments
    .toSorted((a, b) => a - b)
    .map((at, index) => makeArrival(parameters, chance, { index, at: Math.round(at) }));
}

function makeArrival(parameters: TwinParameters, chance: Chance, when: { index: number; at: Instant }): Arrival {
  const { index } = when;
  const area = chance.index(
    areas.map(({ inhabitants }) => inhabitants),
    streams.requestArea,
    index,
  );
  const asked = categories.map((category) => kindsOfHelp[category].asked);
  const category = categories[chance.index(asked, streams.category, index)] ?? 'other';
  const urgency = chance.uniform(streams.urgency, index) < parameters.acuteShare ? 'acute' : 'planned';
  const vouched = chance.uniform(streams.requestTrust, index) < parameters.vouchedShare;
  return {
    ...when,
    area,
    // Askers are numbered after the people, so that nobody draws the same place.
    ...placeIn(area, chance, streams, parameters.registered + index),
    urgency,
    category,
    requiredTrust: vouched ? 'vouched' : 'none',
    ...windowOf(parameters, chance, urgency, when),
    expectedMinutes: parameters.expectedMinutes,
  };
}

/** The windows are times until a yes is too late; the help itself comes on top. */
function windowOf(
  parameters: TwinParameters,
  chance: Chance,
  urgency: Urgency,
  { index, at }: { index: number; at: Instant },
): Pick<Arrival, 'windowFrom' | 'windowUntil' | 'deadline'> {
  const help = parameters.expectedMinutes * MINUTE;
  const z = chance.normal(streams.window, index);
  if (urgency === 'acute') {
    const length = parameters.acuteWindowMinutes * MINUTE * Math.exp(parameters.acuteWindowLogSd * z);
    const deadline = Math.round(at + length);
    return { windowFrom: at, windowUntil: deadline + help, deadline };
  }
  const length = parameters.plannedWindowHours * HOUR * Math.exp(parameters.plannedWindowLogSd * z);
  const { from, until } = plannedHelpEnds;
  const hour = from + Math.floor(chance.uniform(streams.helpHour, index) * (until - from + 1));
  const sameDay = START + dayOf(at + length) * DAY + hour * HOUR;
  const windowUntil = sameDay - at > 3 * HOUR ? sameDay : sameDay + DAY;
  return { windowFrom: windowUntil - 2 * help, windowUntil, deadline: windowUntil - help };
}
