import { policyPresets } from '../../domain/matching/policy.js';
import { areas } from '../parameters.js';
import { oraclesLike } from '../policies/registry.js';
import type { ScenarioResults } from '../run/study.js';
import { asksAgainstOracle } from './equal-activation.js';
import { type Interval, intervalOf } from './intervals.js';
import { type MetricName, thinnest } from './metrics.js';

/** A goal of the policy, and whether the twin meets it. */
export interface Goal {
  /** Number in the list of goals. */
  readonly goal: number;
  readonly what: string;
  readonly value: Interval;
  readonly sense: '>=' | '<=';
  readonly target: number;
  readonly digits: number;
  readonly met: boolean;
  /** The interval lies wholly on the side that `met` says. */
  readonly sure: boolean;
}

type Report = ReadonlyMap<string, ScenarioResults>;

/** Every goal that the years lived can tell about, in the order of the goals. */
export function goalsOf(report: Report): readonly Goal[] {
  const base = report.get('base');
  if (base === undefined) return [];
  return [
    ...fillGoals(report),
    ...askGoals(base),
    ...activationGoals(base),
    ...violationGoals(report),
    ...speedGoals(base),
    ...fairnessGoals(base),
    ...oracleGoals(base),
  ].filter(({ value }) => !Number.isNaN(value.mean));
}

function fillGoals(report: Report): readonly Goal[] {
  const targets: readonly (readonly [scenario: string, target: number])[] = [
    ['base', 97.5],
    ['busy', 95],
    ['tiring', 95],
    ['slow', 95],
    ['quiet', 95],
    ['few-people', 94],
    ['unwilling', 93.5],
  ];
  return targets.flatMap(([name, target]) => {
    const results = report.get(name);
    if (results === undefined) return [];
    return ['ours-active', 'ours-balanced'].flatMap((policy) => {
      const less = (other: string): Interval => difference(results, policy, other);
      return [
        goal(1, `${policy}, ${name}: fill, % of bound`, percent(results, policy, 'fillOfBound'), '>=', target, 1),
        goal(1, `${policy}, ${name}: fill less that of nearest-10, points`, less('nearest-10'), '>=', -0.3, 2),
        goal(
          1,
          `${policy}, ${name}: fill less that of nearest-10 within budgets`,
          less('nearest-10-within-budgets'),
          '>=',
          0,
          2,
        ),
      ];
    });
  });
}

function askGoals(base: ScenarioResults): readonly Goal[] {
  const targets = [
    ['ours-lean', 0.5],
    ['ours-balanced', 0.62],
    ['ours-active', 0.7],
    ['ours-lean-calm', 0.42],
    ['ours-active-calm', 0.6],
  ] as const;
  return targets.map(([policy, target]) => {
    const ratio = both(base, policy, 'nearest-10')
      ? base.paired(policy, 'nearest-10', 'asksPerFill', (a, b) => a / b)
      : unknown;
    return goal(2, `${policy}: asks per fill against nearest-10`, ratio, '<=', target, 3);
  });
}

function activationGoals(base: ScenarioResults): readonly Goal[] {
  const policy = 'ours-active';
  return [
    goal(3, `${policy}: never-helped activated, %`, percent(base, policy, 'activated'), '>=', 58, 1),
    goal(3, `${policy}: fills by first-timers, %`, percent(base, policy, 'firstTimerShare'), '>=', 21, 1),
    goal(3, `${policy}: never-helped asked at least once, %`, percent(base, policy, 'askedOnce'), '>=', 96, 1),
  ];
}

/** Violations are counted in every year that was lived, whatever the scenario; the weeks are those of the base. */
function violationGoals(report: Report): readonly Goal[] {
  const counted = [...report.values()].flatMap((results) =>
    results.scenario.policies.flatMap((policy) =>
      policy.startsWith('ours')
        ? [...results.values(policy, 'budgetViolations'), ...results.values(policy, 'quietViolations')]
        : [],
    ),
  );
  const all = { mean: counted.reduce((sum, count) => sum + count, 0), half: 0 };
  const base = report.get('base');
  const weeks = ['ours-balanced', 'ours-active'].flatMap((policy) => [
    goal(4, `${policy}: asks a week, p95`, valueOf(base, policy, 'weekP95'), '<=', 1, 0),
    goal(4, `${policy}: asks a week, p99`, valueOf(base, policy, 'weekP99'), '<=', 2, 0),
  ]);
  return [goal(4, 'ours: asks over budget or in quiet hours, all years together', all, '<=', 0, 0), ...weeks];
}

function speedGoals(base: ScenarioResults): readonly Goal[] {
  return ours.flatMap((policy) => [
    goal(5, `${policy}: acute median, min`, valueOf(base, policy, 'acuteMedianMinutes'), '<=', 5, 2),
    goal(5, `${policy}: acute p90, min`, valueOf(base, policy, 'acuteP90Minutes'), '<=', 19, 1),
    goal(5, `${policy}: planned median, h`, valueOf(base, policy, 'plannedMedianHours'), '<=', 1.5, 2),
    goal(5, `${policy}: planned p90, h`, valueOf(base, policy, 'plannedP90Hours'), '<=', 12, 1),
  ]);
}

function fairnessGoals(base: ScenarioResults): readonly Goal[] {
  return ['ours-balanced', 'ours-active'].flatMap((policy) => {
    if (!base.has(policy)) return [];
    const perArea = base.areas(policy).map(({ mean, half }) => ({ mean: mean * 100, half: half * 100 }));
    const others = perArea.filter((_, area) => area !== thinnest);
    const worst = others.toSorted((a, b) => a.mean - b.mean)[0] ?? unknown;
    return [
      goal(6, `${policy}: Gini of asks`, valueOf(base, policy, 'giniOfAsks'), '<=', 0.38, 3),
      goal(6, `${policy}: worst area, % of its own bound`, worst, '>=', 90, 1),
      goal(
        6,
        `${policy}: ${areas[thinnest]?.name ?? ''}, % of its own bound`,
        perArea[thinnest] ?? unknown,
        '>=',
        88,
        1,
      ),
    ];
  });
}

function oracleGoals(base: ScenarioResults): readonly Goal[] {
  const targets = { active: 1.06, balanced: 1.1, lean: 1.2 };
  return policyPresets.flatMap((preset) => {
    const known = [`ours-${preset}`, ...oraclesLike(preset)].every((policy) => base.has(policy));
    const value = known ? intervalOf(asksAgainstOracle(base, `ours-${preset}`, oraclesLike(preset))) : unknown;
    return [goal(7, `ours-${preset}: asks against the oracle at equal activation`, value, '<=', targets[preset], 3)];
  });
}

const ours = policyPresets.map((preset) => `ours-${preset}`);
const unknown: Interval = { mean: Number.NaN, half: Number.NaN };

function goal(
  number: number,
  what: string,
  value: Interval,
  sense: Goal['sense'],
  target: number,
  digits: number,
): Goal {
  const gain = sense === '>=' ? value.mean - target : target - value.mean;
  return { goal: number, what, value, sense, target, digits, met: gain >= 0, sure: Math.abs(gain) >= value.half };
}

function valueOf(results: ScenarioResults | undefined, policy: string, metric: MetricName): Interval {
  return results?.has(policy) === true ? results.interval(policy, metric) : unknown;
}

function percent(results: ScenarioResults, policy: string, metric: MetricName): Interval {
  const { mean, half } = valueOf(results, policy, metric);
  return { mean: mean * 100, half: half * 100 };
}

/** Difference in fill in points, seed by seed. */
function difference(results: ScenarioResults, policy: string, other: string): Interval {
  return both(results, policy, other) ? results.paired(policy, other, 'fillOfBound', (a, b) => 100 * (a - b)) : unknown;
}

function both(results: ScenarioResults, policy: string, other: string): boolean {
  return results.has(policy) && results.has(other);
}
