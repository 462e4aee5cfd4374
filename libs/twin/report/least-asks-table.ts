import { leastAsksPerFill } from '../bounds/least-asks.js';
import { parametersWith } from '../parameters.js';
import type { ScenarioResults } from '../run/study.js';
import { makeWorld } from '../world/world.js';

/** What a policy asked, and the fewest asks that could have done the same. */
export interface LeastAsks {
  readonly policy: string;
  readonly asks: number;
  readonly least: number;
}

/** For our presets, in the world of the first seed. */
export function leastAsksOf(base: ScenarioResults): readonly LeastAsks[] {
  const { seeds, days, changes, policies } = base.scenario;
  const world = makeWorld(parametersWith(changes), seeds[0] ?? 0, days);
  return policies.flatMap((policy) => {
    if (!policy.startsWith('ours')) return [];
    const [fill = 0] = base.values(policy, 'fill');
    const [firstTimerShare = 0] = base.values(policy, 'firstTimerShare');
    const [asks = 0] = base.values(policy, 'asksPerFill');
    const least = leastAsksPerFill(world, { fill, firstTimerShare });
    return least === null ? [] : [{ policy, asks, least }];
  });
}
