import { type Belief, featureLayout, roughPriors } from '../../domain/learning/index.js';
import { featureNames } from '../../domain/learning/features.js';
import { categories } from '../../domain/kernel/vocabulary.js';
import type { PolicyParameters } from '../../domain/matching/policy.js';
import { kindsOfHelp, type TwinParameters } from '../parameters.js';
import { nearHome, trueDelay } from '../world/truth.js';
import type { PolicyMaker } from '../year/year.js';
import { Planner } from './pace.js';

/** The product's planner with the truth in the place of what it learns: what learning costs. No other policy may know it. */
export function oracle(parameters: PolicyParameters): PolicyMaker {
  return (world, lives) => {
    const truth = trueBelief(world.parameters);
    const planner = new Planner(parameters, () => truth);
    return {
      keepsBudgets: true,
      board: false,
      effectOf: ({ who }) => ({ mean: (world.people.effect[who] ?? 0) + lives.mood(who).boost, variance: 0 }),
      look: (look) => planner.look(look),
      learn: (closed) => planner.close(closed),
    };
  };
}

/** The world's parameters as somebody who knew them would believe them. */
function trueBelief(parameters: TwinParameters): Belief {
  const weights: Record<string, number> = {
    never: nearHome(parameters, 0) + parameters.willingness,
    first: nearHome(parameters, 1) + parameters.willingness,
    regular: nearHome(parameters, 2) + parameters.willingness,
    distance: parameters.perKm,
    fatigue: -parameters.kappa,
    acute: parameters.acuteEffect,
  };
  for (const category of categories) weights[category] = kindsOfHelp[category].effect;
  const delayOf = (urgency: 'acute' | 'planned') => {
    const { median, logSd } = trueDelay(parameters, urgency);
    return { logMedian: Math.log(median), logSd, replies: Number.POSITIVE_INFINITY };
  };
  return {
    ...roughPriors(),
    layout: featureLayout,
    weights: featureNames.map((name) => weights[name] ?? 0),
    replyDelay: { acute: delayOf('acute'), planned: delayOf('planned') },
    declines: { notYes: 1, declined: parameters.declineShare },
  };
}
