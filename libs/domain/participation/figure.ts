import type { Quarter } from './quarter.js';

/** Steps of the funnel, in order; somebody counts once for each step, in the quarter of reaching it. */
export const stages = ['reached', 'willing', 'asked', 'first-help', 'regular', 'left'] as const;
export type Stage = (typeof stages)[number];

/** From this many completed helps somebody helps regularly. */
export const regularFrom = 3;

/** What is counted. Where a measure has buckets, they are beside it. */
export const measures = {
  reached: [],
  willing: ['already', 'not-yet'],
  asked: [],
  'first-help': ['already', 'not-yet', 'unknown'],
  regular: [],
  resting: [],
  left: [],
  helpers: ['1', '2', '3-4', '5-9', '10-up'],
  helps: [],
  'helps-by-load': ['1', '2', '3-4', '5-9', '10-up', 'unknown'],
  'people-asked': ['1', '2', '3-4', '5-9', '10-up'],
  asks: [],
  requests: ['running', 'helped', 'not-helped', 'cancelled', 'expired-unfilled', 'expired-untold'],
  'requests-by-urgency': ['acute', 'planned'],
  'requests-by-category': 'open',
  'time-to-yes': ['15-minutes', '1-hour', '4-hours', '1-day', '3-days', 'longer'],
  'asks-of-helped': [],
  unfilled: ['nobody-asked', 'all-declined', 'no-answer', 'fell-through'],
  circles: [],
  'circle-turns': ['member', 'board', 'nobody'],
  gatherings: ['held', 'cancelled', 'not-held', 'untold'],
  'gathering-visits': ['coffee', 'caregiver-cafe', 'young-adults', 'meal', 'walk', 'other'],
  'gathering-peaks': ['coffee', 'caregiver-cafe', 'young-adults', 'meal', 'walk', 'other'],
  'desk-questions': ['1-day', '2-days', '1-week', 'longer', 'open', 'withdrawn'],
  'desk-themes': ['finding-the-way', 'how-it-feels', 'neighbours', 'professional-help', 'technology', 'other'],
  'desk-handovers': ['association', 'desk', 'desk-late', 'welfare'],
  'strain-signals': ['followed', 'waiting', 'withdrawn'],
  'strain-themes': ['finding-the-way', 'how-it-feels', 'neighbours', 'professional-help', 'technology', 'other'],
} as const;
export type Measure = keyof typeof measures;

/** Where one count is kept. */
export interface FigureKey {
  readonly quarter: Quarter;
  readonly districtCode: string;
  readonly organisationId: string;
  readonly measure: Measure;
  /** Part of the measure; empty for one without parts. */
  readonly bucket: string;
}

export interface Figure extends FigureKey {
  readonly amount: number;
}

const separator = '|';

/** The key as text, to sort and to compare by. */
function textOf({ quarter, districtCode, organisationId, measure, bucket }: FigureKey): string {
  return [quarter, districtCode, organisationId, measure, bucket].join(separator);
}

/** Adds up figures that come in pieces, so that nobody has to hold all of what they come from. */
export class FigureSums {
  private readonly sums = new Map<string, Figure>();

  add(figures: readonly Figure[]): void {
    for (const figure of figures) {
      const key = textOf(figure);
      this.sums.set(key, { ...figure, amount: (this.sums.get(key)?.amount ?? 0) + figure.amount });
    }
  }

  /** One figure a key, without those that came to nothing, sorted by key. */
  all(): readonly Figure[] {
    return [...this.sums]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, figure]) => (figure.amount === 0 ? [] : [figure]));
  }
}

/** One figure a key, without those that came to nothing, sorted by key. */
export function summed(figures: readonly Figure[]): readonly Figure[] {
  const sums = new FigureSums();
  sums.add(figures);
  return sums.all();
}
