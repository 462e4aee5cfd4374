/**
 * Chance as a function of what it is about: a stream has no state, so that what one person thinks of one request does
 * not depend on who else was asked before. All policies meet the same people, requests, intentions and delays.
 */
export const streams = {
  area: 1,
  east: 2,
  north: 3,
  offers: 4,
  reach: 5,
  trust: 6,
  acute: 7,
  week: 8,
  quiet: 9,
  budget: 10,
  effect: 11,
  helping: 12,
  arrivals: 13,
  hour: 14,
  minute: 15,
  requestArea: 16,
  urgency: 17,
  category: 18,
  requestTrust: 19,
  window: 20,
  helpHour: 21,
  intention: 22,
  decline: 23,
  delay: 24,
  mute: 25,
  leave: 26,
  silent: 27,
  visit: 28,
  /** The last one: each minute of a request at which a policy draws has a stream of its own from here on. */
  draw: 29,
} as const;
/** One of `streams`. */
export type Stream = number;

/** Chance for one seed; each draw is named by its stream and by one or two numbers, such as person and request. */
export class Chance {
  private readonly root: number;

  constructor(seed: number) {
    this.root = scatter(seed, 0x9e3779b9);
  }

  /** Uniform, above 0 and below 1. */
  uniform(stream: Stream, a: number, b = 0): number {
    return (scatter(scatter(scatter(this.root, stream), a), b) + 0.5) / 2 ** 32;
  }

  /** Standard normal (Box-Muller). */
  normal(stream: Stream, a: number, b = 0): number {
    const word = scatter(scatter(scatter(this.root, stream), a), b);
    const radius = Math.sqrt(-2 * Math.log((word + 0.5) / 2 ** 32));
    return radius * Math.cos((2 * Math.PI * (scatter(word, 0x85ebca6b) + 0.5)) / 2 ** 32);
  }

  /** Exponential with mean 1. */
  exponential(stream: Stream, a: number, b = 0): number {
    return -Math.log(this.uniform(stream, a, b));
  }

  /** One of several, by their shares. */
  pick<Value>(from: readonly { readonly share: number; readonly value: Value }[], stream: Stream, a: number): Value {
    const index = this.index(
      from.map(({ share }) => share),
      stream,
      a,
    );
    const picked = from[index];
    if (picked === undefined) throw new RangeError('There is nothing to pick from');
    return picked.value;
  }

  /** An index, by weights that need not add up to 1. */
  index(weights: readonly number[], stream: Stream, a: number, b = 0): number {
    let rest = this.uniform(stream, a, b) * weights.reduce((sum, weight) => sum + weight, 0);
    for (let index = 0; index < weights.length - 1; index += 1) {
      rest -= weights[index] ?? 0;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }

  /** A Poisson number with this mean. */
  poisson(mean: number, stream: Stream, a: number): number {
    let chance = Math.exp(-mean);
    let rest = this.uniform(stream, a) - chance;
    let count = 0;
    while (rest > 0 && count < 1000) {
      count += 1;
      chance *= mean / count;
      rest -= chance;
    }
    return count;
  }
}

/** Mixes one more number into a word of 32 bits: a round and the finaliser of MurmurHash3. */
function scatter(word: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let h = word ^ k;
  h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
