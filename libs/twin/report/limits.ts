import { shown } from '../figures/columns.js';
import type { Goal } from '../figures/goals.js';
import { areas } from '../parameters.js';
import { oraclesLike } from '../policies/registry.js';
import type { ScenarioResults } from '../run/study.js';
import { thinnest } from '../figures/metrics.js';

const percent = { scale: 100, digits: 1 };
const plain = { scale: 1, digits: 2 };

/** What stands in the way of each goal that is not met, told by figures of the same worlds; one line a goal number. */
export function limitsOf(
  goals: readonly Goal[],
  base: ScenarioResults,
  stresses: ReadonlyMap<string, ScenarioResults>,
): readonly string[] {
  const missed = [...new Set(goals.flatMap(({ goal, met }) => (met ? [] : [goal])))];
  return missed.map((number) => {
    const names = goals.filter(({ goal, met }) => goal === number && !met).map(({ what }) => what);
    return `- **Goal ${number}**, not met: ${names.join('; ')}. ${number === 1 ? fillCause(names, stresses) : (causes[number]?.(base) ?? '')}`;
  });
}

const causes: Readonly<Record<number, (base: ScenarioResults) => string>> = {
  2: (base) =>
    `The oracle, which knows how willing everybody is, needs ${plainFigure(base, oracle('active'), 'asksPerFill')} asks per fill with the same targets: speed is bought with asks, because several people are asked before the first can have answered.`,
  3: (base) =>
    `The oracle with the same value of a newcomer's yes activates ${figure(base, oracle('active'), 'activated')}%; ${figure(base, 'ours-active', 'gone')}% of all people are muted or gone by the end of the year, most of them without having helped, and a first help is counted in the year it is completed in.`,
  5: (base) =>
    `The oracle needs ${plainFigure(base, oracle('active'), 'acuteMedianMinutes')} minutes (acute median) and ${plainFigure(base, oracle('active'), 'plannedP90Hours')} hours (planned p90): nights, in which nobody may be asked, make the slowest tenth.`,
  6: (base) =>
    `In ${areas[thinnest]?.name ?? ''} even nearest-10, over everybody's budget, comes to ${figure(base, 'nearest-10', 'thinnestArea')}% of the bound, and a broadcast to ${figure(base, 'broadcast', 'thinnestArea')}%: there are too few people, and the bound takes each of them for a rested, regular helper. Recruiting there is what helps.`,
  7: () =>
    'The difference is what is not known of people who were asked seldom: budgets of one to three asks a week leave little to learn from.',
};

/** In each stress in which fill is missed: what knowing everything brings there. */
function fillCause(missed: readonly string[], stresses: ReadonlyMap<string, ScenarioResults>): string {
  const found = [...stresses].filter(([name]) => missed.some((what) => what.includes(`, ${name}:`)));
  const told = found.map(([name, there]) => {
    const [known, asked, over] = [oracle('active'), 'ours-active', 'nearest-10'].map((policy) =>
      figure(there, policy, 'fillOfBound'),
    );
    return `In "${name}" the oracle, which knows how willing everybody is, fills ${known}% of the bound, ours-active ${asked}%, nearest-10 ${over}%, with ${figure(there, 'nearest-10', 'overBudgetShare')}% of its asks over somebody's budget.`;
  });
  return `${told.join(' ')} What is left are the limits that the bound does without: budgets, cool-downs, fatigue and people who leave.`;
}

function oracle(preset: 'active'): string {
  return oraclesLike(preset)[1] ?? '';
}

function figure(base: ScenarioResults, policy: string, metric: Parameters<ScenarioResults['interval']>[1]): string {
  return base.has(policy) ? shown(base.interval(policy, metric), percent) : '-';
}

function plainFigure(
  base: ScenarioResults,
  policy: string,
  metric: Parameters<ScenarioResults['interval']>[1],
): string {
  return base.has(policy) ? shown(base.interval(policy, metric), plain) : '-';
}
