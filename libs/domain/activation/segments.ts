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

/** One thing that must hold of somebody; a bound that is left out does not bind. */
export interface Condition {
  readonly fact: keyof WillingFacts;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * The rules, as data: who is in a group is decided by them, and the words that a coordinator reads are made from them, so
 * that the two cannot differ.
 */
export const segmentRules: Readonly<Record<Segment, readonly Condition[]>> = {
  'never-asked': [
    { fact: 'helps', atMost: 0 },
    { fact: 'asks', atMost: 0 },
    { fact: 'daysWilling', atLeast: 7 },
  ],
  'asked-and-silent': [
    { fact: 'helps', atMost: 0 },
    { fact: 'asks', atLeast: 1 },
    { fact: 'daysSinceLastAsk', atLeast: 14 },
  ],
  'helped-once': [
    { fact: 'helps', atLeast: 1, atMost: 1 },
    { fact: 'daysSinceLastHelp', atLeast: 7 },
  ],
  resting: [
    { fact: 'helps', atLeast: 2 },
    { fact: 'daysSinceLastHelp', atLeast: 90 },
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

function holds({ fact, atLeast, atMost }: Condition, facts: WillingFacts): boolean {
  const value = facts[fact];
  // What never happened was not long ago either.
  if (value === null) return false;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

function wordsOf({ fact, atLeast, atMost }: Condition): string {
  return words[fact](boundsText(atLeast, atMost));
}

interface Bounds {
  readonly none: boolean;
  /** `1 keer`, `2 keer of meer`. */
  readonly of: (one: string, several: string) => string;
}

function boundsText(atLeast: number | undefined, atMost: number | undefined): Bounds {
  const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;
  return {
    none: atMost === 0,
    of: (one, several) => {
      if (atLeast !== undefined && atLeast === atMost) return counted(atLeast, one, several);
      if (atLeast !== undefined && atMost === undefined) return `${counted(atLeast, one, several)} of meer`;
      if (atLeast === undefined && atMost !== undefined) return `hoogstens ${counted(atMost, one, several)}`;
      return `${atLeast} tot ${atMost} ${several}`;
    },
  };
}

const words: Readonly<Record<keyof WillingFacts, (bounds: Bounds) => string>> = {
  helps: ({ none, of }) => (none ? 'Hielp nog nooit.' : `Hielp ${of('keer', 'keer')}.`),
  asks: ({ none, of }) => (none ? 'Kreeg nog nooit een vraag.' : `Kreeg ${of('vraag', 'vragen')}.`),
  daysWilling: ({ of }) => `Is al ${of('dag', 'dagen')} wel bereid.`,
  daysSinceLastAsk: ({ of }) => `De laatste vraag is ${of('dag', 'dagen')} geleden.`,
  daysSinceLastHelp: ({ of }) => `De laatste hulp is ${of('dag', 'dagen')} geleden.`,
};
