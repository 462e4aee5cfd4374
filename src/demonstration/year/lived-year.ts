import type { Segment } from '@app/domain/activation/index.js';
import type { HelpRequestEvent } from '@app/domain/help-request/index.js';
import type { Belief, PersonalEffect } from '@app/domain/learning/index.js';
import type { Category, MaxDistance, TrustLevel, Weekday } from '@app/contracts/http/vocabulary.js';

/** What the year-maker asks of whoever lives years; instants and days are those of the lived year. */
export interface YearWish {
  /** The same seed gives the same year. */
  readonly seed: number;
  readonly days: number;
  /** Neighbours registered at the end. */
  readonly people: number;
  /** Requests a day at the end. */
  readonly requestsPerDay: number;
  readonly campaigns: readonly WantedCampaign[];
  readonly spells: readonly WantedSpell[];
}

/** A hard time in a part of the town: more is asked for, and people are less ready to help. */
export interface WantedSpell {
  readonly fromDay: number;
  /** The first day on which it is over. */
  readonly untilDay: number;
  /** How much readier it makes people, in logits: assumed, measured nowhere. */
  readonly logits: number;
  /** So many times as many requests as ordinarily. */
  readonly requests: number;
  readonly of: (area: number) => boolean;
}

export interface WantedCampaign {
  /** Key of the organisation that writes. */
  readonly key: string;
  readonly segment: Segment;
  readonly startDay: number;
  /** How much readier a letter makes somebody, in logits: assumed, measured nowhere. */
  readonly logits: number;
  readonly of: (who: number, area: number) => boolean;
}

export interface LivedNeighbour {
  readonly id: string;
  readonly area: number;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly alreadyHelping: boolean;
  readonly categories: readonly Category[];
  readonly maxDistance: MaxDistance;
  readonly trust: TrustLevel;
  readonly acceptsAcute: boolean;
  readonly availability: readonly {
    readonly day: Weekday;
    readonly fromMinute: number;
    readonly untilMinute: number;
  }[];
  readonly quiet: { readonly fromMinute: number; readonly untilMinute: number };
  readonly weeklyBudget: number;
}

export interface LivedAsk {
  readonly personId: string;
  readonly askedAt: number;
  readonly probability: number;
  readonly answer: 'yes' | 'declined' | 'silent';
  readonly answeredAt: number | null;
}

export interface LivedRequest {
  readonly area: number;
  readonly category: Category;
  readonly history: readonly HelpRequestEvent[];
  readonly asks: readonly LivedAsk[];
}

export interface LivedCampaign {
  readonly key: string;
  readonly segment: Segment;
  readonly seed: number;
  readonly startedAt: number;
  readonly invited: readonly { readonly personId: string; readonly writtenAt: number | null }[];
  readonly heldOut: readonly string[];
}

/** A year as it was lived, in a town of these areas. Its first day is a Monday. */
export interface LivedYear {
  readonly start: number;
  readonly areas: readonly LivedArea[];
  readonly people: readonly LivedNeighbour[];
  readonly requests: readonly LivedRequest[];
  readonly campaigns: readonly LivedCampaign[];
  readonly learned: LivedLearning;
}

/** What was learned in the year of how people answer. */
export interface LivedLearning {
  readonly belief: Belief;
  readonly effects: readonly { readonly personId: string; readonly effect: PersonalEffect }[];
}

export interface LivedArea {
  readonly name: string;
  readonly district: string;
  readonly lon: number;
  readonly lat: number;
}

/** Who lives years. The demonstration does not know how: it is given one, and writes down what it is told. */
export interface YearSource {
  readonly areas: readonly LivedArea[];
  live(wish: YearWish): LivedYear;
}
