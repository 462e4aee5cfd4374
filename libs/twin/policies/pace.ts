import type { Belief } from '../../domain/learning/index.js';
import {
  afterEnding,
  type HelpedTally,
  isBelowItsShare,
  nothingEnded,
  planWave,
  type PolicyParameters,
  smoothedBusyShare,
} from '../../domain/matching/index.js';
import { areas } from '../parameters.js';
import type { PolicyMaker } from '../year/year.js';
import type { AskPolicy, ClosedRequest, Look, Wave } from './ask-policy.js';
import { Learner } from './learner.js';

/** The product's policy as it is in production: the same planner, fed with what it learned in this year. */
export function pace(parameters: PolicyParameters): PolicyMaker {
  return () => {
    const learner = new Learner();
    const planner = new Planner(parameters, () => learner.belief);
    return {
      keepsBudgets: true,
      board: false,
      effectOf: learner.effectOf,
      look: (look) => planner.look(look),
      learn: (closed) => {
        learner.learn(closed);
        planner.close(closed);
      },
    } satisfies AskPolicy;
  };
}

/** Calls the product's planner, and keeps what it keeps between waves. */
export class Planner {
  private townBusyShare = 0;
  private readonly helped: HelpedTally[] = areas.map(() => nothingEnded);
  private helpedInAll = nothingEnded;

  constructor(
    private readonly parameters: PolicyParameters,
    private readonly belief: () => Belief,
  ) {}

  /** Notes how a request ended, for areas that get less help than others. */
  close({ area, at, filled, asks }: ClosedRequest): void {
    const ending = { asked: asks.length, helped: filled };
    this.helped[area] = afterEnding(this.helped[area] ?? nothingEnded, ending, at);
    this.helpedInAll = afterEnding(this.helpedInAll, ending, at);
  }

  look({ request, area, now, localNow, round, neighbours, outstanding }: Look): Wave {
    const plan = planWave({
      request,
      now,
      localNow,
      round,
      candidates: neighbours,
      outstanding,
      townBusyShare: this.townBusyShare,
      areaBelowItsShare: isBelowItsShare(this.helped[area] ?? nothingEnded, this.helpedInAll, now),
      policy: this.parameters,
      belief: this.belief(),
    });
    if (round === 0 && plan.pool !== null) {
      this.townBusyShare = smoothedBusyShare(this.townBusyShare, plan.pool.busyShare);
    }
    const { urgency } = request;
    return {
      asks: plan.asks.map(({ personId, probability, layout, features }) => ({
        personId,
        probability,
        record: { layout, features, urgency },
      })),
      nextLookInMs: plan.nextTickInMs,
      nobodyReachableNow: plan.nobodyReachableNow,
    };
  }
}
