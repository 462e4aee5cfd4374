import { SeededRandom } from '../people/seeded-random.js';
import type { PlayedRequest } from './played-request.js';

/** What a neighbour does with an ask, and how long after it came. */
export type Answer =
  | { readonly kind: 'silence' }
  | { readonly kind: 'yes' | 'no'; readonly afterMinutes: number; readonly by: 'link' | 'app' };

/** What an asker does with a yes. */
export interface Welcome {
  readonly afterMinutes: number;
  readonly by: 'link' | 'app';
}

type Asked = Pick<PlayedRequest, 'key' | 'urgency' | 'fate' | 'helpersNeeded'>;

/** Of those who are not the one: some say no, a few say yes as well and are too late, most stay silent. */
const declineShare = 0.12;
const lateShare = 0.07;
const appShare = 0.25;
const silentAskerShare = 0.2;
const tellingHelperShare = 0.3;

/** The first asked, second, third or fourth: whoever says yes is mostly somebody of the first wave. */
const mostOrder = 3;

/**
 * Whether this neighbour says yes or no, and when. Depends on the request and on who was asked first, second and so
 * on, never on chance: so most days look alike.
 * @param order 0 for the first who is asked about this request
 */
export function answerOf(request: Asked, order: number): Answer {
  const random = chanceOf(request.key, `answer ${order}`);
  const by = random.chance(appShare) ? 'app' : 'link';
  if (request.fate !== 'nobody' && ordersOfYes(request).includes(order)) {
    return { kind: 'yes', afterMinutes: yesDelay(request, random), by };
  }
  if (random.chance(declineShare)) return { kind: 'no', afterMinutes: random.between(2, 25), by };
  if (request.fate !== 'nobody' && random.chance(lateShare)) {
    return { kind: 'yes', afterMinutes: random.between(12, 40), by: 'link' };
  }
  return { kind: 'silence' };
}

/** How soon the asker says that the neighbour is welcome, and how. */
export function welcomeOf({ key }: Asked): Welcome {
  const random = chanceOf(key, 'welcome');
  return { afterMinutes: random.between(1, 6), by: random.chance(0.5) ? 'link' : 'app' };
}

/** Minutes after which somebody tells how it went; null when they do not. */
export function tellsOutcomeAfter({ key }: Asked, teller: 'asker' | 'helper'): number | null {
  const random = chanceOf(key, `outcome ${teller}`);
  const tells = teller === 'asker' ? !random.chance(silentAskerShare) : random.chance(tellingHelperShare);
  return tells ? random.between(2, 12) : null;
}

/** Which of those asked say yes in time: as many as are needed. */
function ordersOfYes({ key, helpersNeeded = 1 }: Asked): readonly number[] {
  const orders = Array.from({ length: mostOrder + helpersNeeded }, (_, order) => order);
  return chanceOf(key, 'orders').shuffle(orders).slice(0, helpersNeeded);
}

function yesDelay({ urgency }: Asked, random: SeededRandom): number {
  return urgency === 'acute' ? random.between(1, 8) : random.between(3, 30);
}

/** Chance that belongs to one question about one request; the same every day. */
function chanceOf(key: string, question: string): SeededRandom {
  let hash = 0x811c9dc5;
  for (const letter of `${key}|${question}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return new SeededRandom(hash);
}
