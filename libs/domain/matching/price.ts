import type { Candidate } from './candidate.js';
import type { PolicyParameters } from './policy.js';

/** What the price of an ask depends on besides the person. */
export interface PriceSituation {
  /** Mean of the asks ever received, at least 1. */
  readonly meanAsksEver: number;
  /** Newcomers are preferred now: planned, with time left. */
  readonly newcomersPreferred: boolean;
}

const DEAREST_BUDGET = 0.05;

/** What asking this person costs, 1 for somebody rested, unasked and average. */
export function priceOf(candidate: Candidate, policy: PolicyParameters, situation: PriceSituation): number {
  const tired = 1 + policy.fatiguePrice * candidate.fatigue;
  const budgetLeft = Math.max(DEAREST_BUDGET, budgetWorth(candidate.asksLast7Days / candidate.weeklyBudget));
  const { meanAsksEver: mean } = situation;
  const askedMore = Math.min(3, Math.max(-1, (candidate.asksEver - mean) / (mean + 1)));
  const price = (tired / budgetLeft) * Math.exp(policy.fairnessPrice * askedMore);
  const newcomer = situation.newcomersPreferred && candidate.experience === 'never';
  return newcomer ? price / policy.newcomerValue : price;
}

/** 1 while nothing of the budget is used, falling to 0 when all of it is: the last asks of a week are kept for later. */
function budgetWorth(usedShare: number): number {
  return usedShare === 0 ? 1 : (1 - Math.exp(usedShare - 1)) / (1 - Math.exp(-1));
}
