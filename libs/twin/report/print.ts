import { columns, shown } from '../figures/columns.js';
import type { Goal } from '../figures/goals.js';
import { assumptions, type ParameterName } from '../parameters.js';
import type { Options } from '../run/options.js';
import type { ScenarioResults } from '../run/study.js';

/** What a run comes to, for people: the assumptions, a table, and what the columns are. */
export function textOf(results: ScenarioResults, { purpose }: Options): string {
  const { changes, seeds, days, policies } = results.scenario;
  const names = Object.keys(assumptions) as ParameterName[];
  const assumed = names.map((name) => `${name}=${changes[name] ?? assumptions[name].value}`);
  const heads = columns.map(({ title }, index) => `${index + 1}: ${title}`);
  const rows = policies.map((policy) => [
    policy,
    ...columns.map((column) => shown(results.interval(policy, column.metric), column)),
  ]);
  return [
    `Assumptions: ${assumed.join(' ')}`,
    `${seeds.length} ${purpose} seeds of ${days} days; mean and 95% interval over seeds.`,
    ...heads,
    ...aligned([['policy', ...columns.map((_, index) => String(index + 1))], ...rows]),
  ].join('\n');
}

/** The same for programs, in one line. */
export function jsonOf(results: ScenarioResults, goals: readonly Goal[], { purpose }: Options): string {
  const { seeds, days, changes, policies } = results.scenario;
  const figuresOf = (policy: string) =>
    columns.map(({ metric }) => {
      const { mean, half } = results.interval(policy, metric);
      return [metric, [rounded(mean), rounded(half)]] as const;
    });
  return JSON.stringify({
    purpose,
    seeds,
    days,
    changes,
    policies: Object.fromEntries(
      policies.map((policy) => [
        policy,
        { secondsAYear: rounded(results.seconds(policy)), ...Object.fromEntries(figuresOf(policy)) },
      ]),
    ),
    goals: goals.map(({ goal, what, value, sense, target, met, sure }) => ({
      goal,
      what,
      mean: rounded(value.mean),
      half: rounded(value.half),
      sense,
      target,
      met,
      sure,
    })),
  });
}

function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
}

/** Columns as wide as what is in them. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
