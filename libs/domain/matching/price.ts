import type { EligiblePerson } from './candidate.js';
import type { PolicyParameters } from './policy.js';

/** What the price of an ask depends on besides the person. */
export interface PriceSituation {
  /** Mean of the asks ever received, at least 1. */
  readonly meanAsksEver: number;
  /** How often a newcomer's yes counts now: once when there is no time for them. */
  readonly newcomerValue: number;
  /** People from far away wait for a later wave, as long as their area does not need them at once. */
  readonly nearbyFirst: boolean;
}

const DEAREST_BUDGET = 0.05;

/** What asking this person costs, 1 for somebody rested, unasked and average. */
export function priceOf(person: EligiblePerson, policy: PolicyParameters, situation: PriceSituation): number {
  const tired = 1 + policy.fatiguePrice * person.fatigue;
  const budgetLeft = Math.max(DEAREST_BUDGET, budgetWorth(person.asksLast7Days / person.weeklyBudget));
  const { meanAsksEver: mean } = situation;
  const askedMore = Math.min(3, Math.max(-1, (person.asksEver - mean) / (mean + 1)));
  const price = (tired / budgetLeft) * Math.exp(policy.fairnessPrice * askedMore);
  return (price * distancePrice(person, policy, situation)) / newcomerValue(person, policy, situation);
}

function distancePrice({ distanceClass }: EligiblePerson, policy: PolicyParameters, { nearbyFirst }: PriceSituation) {
  return nearbyFirst && distanceClass === 'municipality' ? policy.farPrice : 1;
}

/** What a first help, and a first ask, is worth more than another one. */
function newcomerValue(person: EligiblePerson, policy: PolicyParameters, { newcomerValue: value }: PriceSituation) {
  if (value === 1 || person.experience !== 'never') return 1;
  return value * (person.asksEver === 0 ? policy.firstAskValue : 1);
}

/** 1 while nothing of the budget is used, falling to 0 when all of it is: the last asks of a week are kept for later. */
function budgetWorth(usedShare: number): number {
  return usedShare === 0 ? 1 : (1 - Math.exp(usedShare - 1)) / (1 - Math.exp(-1));
}
