import {
  type Belief,
  featureLayout,
  featuresOf,
  type PersonalEffect,
  probabilityOf,
  willingness,
} from '../learning/index.js';
import type { EligiblePerson, RequestToCover } from './candidate.js';
import { coverOf } from './cover.js';
import type { PolicyParameters } from './policy.js';
import { priceOf, type PriceSituation } from './price.js';
import { type Occasion, type ReasonCode, reasonsFor } from './reasons.js';

/** One person to ask, and why this one. */
export interface PlannedAsk {
  readonly personId: string;
  /** Chance that this person ever says yes. */
  readonly probability: number;
  /** Cover for its price; the wave takes the highest first. */
  readonly index: number;
  readonly cost: number;
  readonly reasons: readonly ReasonCode[];
  /** What was known when asking, for learning from the answer: see `AskRecord`. */
  readonly layout: string;
  readonly features: readonly number[];
  readonly effect: PersonalEffect;
}

/** What the worth of an ask depends on besides the person. */
export interface RankQuestion {
  readonly request: RequestToCover;
  readonly policy: PolicyParameters;
  readonly belief: Belief;
  readonly situation: PriceSituation;
  /** Share of those who reply that does so in time. */
  readonly timely: number;
  /** What makes asking one of them another than most. */
  readonly occasionOf?: (personId: string) => Occasion | undefined;
}

interface Offer {
  readonly person: EligiblePerson;
  readonly logit: number;
  readonly index: number;
  readonly cost: number;
}

/** The people with the most cover for its price, the best first, until their cover is enough or nobody is left. */
export function cheapestCover(
  people: readonly EligiblePerson[],
  need: number,
  question: RankQuestion,
): { readonly asks: readonly PlannedAsk[]; readonly cover: number } {
  const asks: PlannedAsk[] = [];
  let cover = 0;
  const left = people.map((person) => offerOf(person, question));
  while (cover < need && left.length > 0) {
    const { person, logit, index, cost } = takeBest(left);
    const probability = probabilityOf(logit);
    asks.push({
      personId: person.personId,
      probability,
      index,
      cost,
      reasons: reasonsFor(person, question.occasionOf?.(person.personId)),
      layout: featureLayout,
      features: featuresOf(person, question.request),
      effect: person.personalEffect,
    });
    cover += coverOf(probability * question.timely);
  }
  return { asks, cover };
}

function offerOf(person: EligiblePerson, { request, policy, belief, situation, timely }: RankQuestion): Offer {
  const logit = willingness(person, request, belief);
  const optimism =
    request.urgency === 'planned' ? policy.uncertaintyBonus * Math.sqrt(person.personalEffect.variance) : 0;
  const cost = priceOf(person, policy, situation);
  return { person, logit, index: coverOf(probabilityOf(logit + optimism) * timely) / cost, cost };
}

/** A wave is a few of many: looking for the best one each time is cheaper than sorting everybody. */
function takeBest(offers: Offer[]): Offer {
  let best = 0;
  for (let index = 1; index < offers.length; index += 1) {
    if (isBetter(offers[index]!, offers[best]!)) best = index;
  }
  const chosen = offers[best]!;
  const last = offers.pop()!;
  if (last !== chosen) offers[best] = last;
  return chosen;
}

function isBetter(a: Offer, b: Offer): boolean {
  return a.index === b.index ? a.person.personId < b.person.personId : a.index > b.index;
}
