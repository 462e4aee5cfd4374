import { parseArgs } from 'node:util';
import { columns, shown } from './figures/columns.js';
import { assumptions, type ParameterName, type TwinParameters } from './parameters.js';
import { policyNames } from './policies/registry.js';
import { type Purpose, seedsFor } from './run/seeds.js';
import { type ScenarioResults, study } from './run/study.js';

const { values } = parseArgs({
  options: {
    policy: { type: 'string', default: 'all' },
    seeds: { type: 'string', default: '20' },
    days: { type: 'string', default: '365' },
    tuning: { type: 'boolean', default: false },
    set: { type: 'string', multiple: true, default: [] },
  },
});

const purpose: Purpose = values.tuning ? 'tuning' : 'reporting';
const policies = values.policy === 'all' ? policyNames : values.policy.split(',');
const unknown = policies.filter((name) => !policyNames.includes(name));
if (unknown.length > 0) fail(`No such policy: ${unknown.join(', ')}. There are: ${policyNames.join(', ')}`);
const changes = changesOf(values.set);
const seeds = seedsFor(purpose, wholeNumber('seeds', values.seeds));
const days = wholeNumber('days', values.days);

const [base] = await study([{ name: 'base', changes, policies, seeds, days }], tell);
process.stderr.write('\n');
if (base !== undefined) print(base);

function print(results: ScenarioResults): void {
  const { scenario } = results;
  process.stdout.write(`Assumptions: ${JSON.stringify(assumed(scenario.changes))}\n`);
  process.stdout.write(`${seeds.length} ${purpose} seeds of ${days} days; mean and 95% interval over seeds.\n`);
  const rows = scenario.policies.map((policy) => ({
    policy,
    ...Object.fromEntries(
      columns.map((column) => [column.title, shown(results.interval(policy, column.metric), column)]),
    ),
  }));
  process.stdout.write(`${table(rows)}\n`);
  process.stdout.write(
    `${JSON.stringify({ purpose, seeds, days, changes: scenario.changes, policies: figures(results) })}\n`,
  );
}

/** Mean and half interval of every metric, and the seconds a year took. */
function figures(results: ScenarioResults): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    results.scenario.policies.map((policy) => [
      policy,
      {
        seconds: rounded(results.seconds(policy)),
        ...Object.fromEntries(
          columns.map(({ metric }) => {
            const { mean, half } = results.interval(policy, metric);
            return [metric, [rounded(mean), rounded(half)]];
          }),
        ),
      },
    ]),
  );
}

function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
}

function assumed(set: Partial<TwinParameters>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(assumptions).map(([name, { value }]) => [name, set[name as ParameterName] ?? value]),
  );
}

/** Columns wide enough for what is in them. */
function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const titles = Object.keys(rows[0] ?? {});
  const width = (title: string): number => Math.max(...rows.map((row) => row[title]?.length ?? 0), 6);
  const heads = titles.map((title, index) => `${index}: ${title}`);
  const line = (cells: readonly string[]): string => cells.join('  ').trimEnd();
  return [
    ...heads,
    line(titles.map((title, index) => String(index).padEnd(width(title)))),
    ...rows.map((row) => line(titles.map((title) => (row[title] ?? '').padEnd(width(title))))),
  ].join('\n');
}

function changesOf(set: readonly string[]): Partial<TwinParameters> {
  return Object.fromEntries(
    set.map((assignment) => {
      const [name = '', value = ''] = assignment.split('=');
      if (!(name in assumptions) || value === '' || !Number.isFinite(Number(value))) {
        fail(`--set name=number, where name is one of ${Object.keys(assumptions).join(', ')}`);
      }
      return [name, Number(value)];
    }),
  );
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) fail(`--${name} is a whole number from 1 on`);
  return number;
}

function tell(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
