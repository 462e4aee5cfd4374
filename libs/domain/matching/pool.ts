import type { Instant } from '../kernel/time.js';
import type { Candidate, EligiblePerson, RequestToCover } from './candidate.js';
import { eligibilityRefusal } from './eligibility.js';

/** How many people there are for a request, and how scarce they are. */
export interface PoolSummary {
  /** People who suit the request, whatever the hour and however often they were asked this week. */
  readonly reachable: number;
  /** Those of them who are left alone at this hour. */
  readonly quiet: number;
  /** Those of them who were asked as often this week as they allow. */
  readonly overBudget: number;
  /** Share of the people who could be asked now but for their budget whose budget is used up. */
  readonly busyShare: number;
}

/** Who may be asked now. */
export interface Pool extends PoolSummary {
  readonly eligible: readonly EligiblePerson[];
  /** Mean of the asks ever received by the eligible, at least 1. */
  readonly meanAsksEver: number;
}

/** Sorts candidates into who may be asked and who may not. */
export function poolOf(candidates: readonly Candidate[], request: RequestToCover, now: Instant): Pool {
  const eligible: Candidate[] = [];
  let quiet = 0;
  let overBudget = 0;
  for (const candidate of candidates) {
    const refusal = eligibilityRefusal(candidate, request, now);
    if (refusal === null) eligible.push(candidate);
    else if (refusal === 'quiet-hours') quiet += 1;
    else if (refusal === 'budget') overBudget += 1;
  }
  return poolFrom(eligible, quiet, overBudget);
}

/** A pool of people who were sorted out before. */
export function poolFrom(eligible: readonly EligiblePerson[], quiet: number, overBudget: number): Pool {
  const asks = eligible.reduce((sum, { asksEver }) => sum + asksEver, 0);
  return {
    eligible,
    reachable: eligible.length + quiet + overBudget,
    quiet,
    overBudget,
    busyShare: overBudget === 0 ? 0 : overBudget / (overBudget + eligible.length),
    meanAsksEver: eligible.length === 0 ? 1 : Math.max(1, asks / eligible.length),
  };
}
