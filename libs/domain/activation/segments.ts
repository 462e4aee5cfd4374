/** What is known of somebody willing when it is decided whether to write to them. Days are whole, and null for never. */
export interface WillingFacts {
  readonly helps: number;
  readonly asks: number;
  readonly daysWilling: number;
  readonly daysSinceLastAsk: number | null;
  readonly daysSinceLastHelp: number | null;
}

/** Groups of willing people; nobody is in two of them. */
export const segmentNames = ['never-asked', 'asked-and-silent', 'helped-once', 'resting'] as const;
export type Segment = (typeof segmentNames)[number];

/** One thing that must hold of somebody: exactly so many, or so many at least. */
export interface Condition {
  readonly fact: keyof WillingFacts;
  readonly count: number;
  readonly orMore?: true;
}

/**
 * The rules, as data: who is in a group is decided by them, and the words that a coordinator reads are made from them, so
 * that the two cannot differ.
 */
export const segmentRules: Readonly<Record<Segment, readonly Condition[]>> = {
  'never-asked': [
    { fact: 'helps', count: 0 },
    { fact: 'asks', count: 0 },
    { fact: 'daysWilling', count: 7, orMore: true },
  ],
  'asked-and-silent': [
    { fact: 'helps', count: 0 },
    { fact: 'asks', count: 1, orMore: true },
    { fact: 'daysSinceLastAsk', count: 14, orMore: true },
  ],
  'helped-once': [
    { fact: 'helps', count: 1 },
    { fact: 'daysSinceLastHelp', count: 7, orMore: true },
  ],
  resting: [
    { fact: 'helps', count: 2, orMore: true },
    { fact: 'daysSinceLastHelp', count: 90, orMore: true },
  ],
};

/** The group somebody is in; null for who is in none, such as who helps regularly or was asked a moment ago. */
export function segmentOf(facts: WillingFacts): Segment | null {
  return segmentNames.find((name) => segmentRules[name].every((condition) => holds(condition, facts))) ?? null;
}

/** The rules of a group as a coordinator reads them, in Dutch. */
export function explainSegment(segment: Segment): readonly string[] {
  return segmentRules[segment].map(wordsOf);
}

function holds({ fact, count, orMore }: Condition, facts: WillingFacts): boolean {
  const value = facts[fact];
  // What never happened was not long ago either.
  if (value === null) return false;
  return orMore ? value >= count : value === count;
}

function wordsOf({ fact, count, orMore }: Condition): string {
  return words[fact]({
    none: count === 0,
    of: (one, several) => `${count} ${count === 1 ? one : several}${orMore ? ' of meer' : ''}`,
  });
}

interface Bounds {
  readonly none: boolean;
  /** `1 keer`, `2 keer of meer`. */
  readonly of: (one: string, several: string) => string;
}

const words: Readonly<Record<keyof WillingFacts, (bounds: Bounds) => string>> = {
  helps: ({ none, of }) => (none ? 'Hielp nog nooit.' : `Hielp ${of('keer', 'keer')}.`),
  asks: ({ none, of }) => (none ? 'Kreeg nog nooit een vraag.' : `Kreeg ${of('vraag', 'vragen')}.`),
  daysWilling: ({ of }) => `Is al ${of('dag', 'dagen')} wel bereid.`,
  daysSinceLastAsk: ({ of }) => `De laatste vraag is ${of('dag', 'dagen')} geleden.`,
  daysSinceLastHelp: ({ of }) => `De laatste hulp is ${of('dag', 'dagen')} geleden.`,
};
