import type { Belief } from '../../domain/learning/index.js';
import {
  type HelpedShare,
  isBelowItsShare,
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

type HelpedCount = { -readonly [Name in keyof HelpedShare]: HelpedShare[Name] };

/** Calls the product's planner, and keeps what it keeps between waves. */
export class Planner {
  private townBusyShare = 0;
  private readonly helped: HelpedCount[] = areas.map(() => ({ requests: 0, helped: 0 }));
  private readonly helpedInAll: HelpedCount = { requests: 0, helped: 0 };

  constructor(
    private readonly parameters: PolicyParameters,
    private readonly belief: () => Belief,
  ) {}

  /** Notes how a request ended, for areas that get less help than others. */
  close({ area, filled }: ClosedRequest): void {
    for (const count of [this.helped[area], this.helpedInAll]) {
      if (count === undefined) continue;
      count.requests += 1;
      if (filled) count.helped += 1;
    }
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
      areaBelowItsShare: isBelowItsShare(this.helped[area] ?? this.helpedInAll, this.helpedInAll),
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
