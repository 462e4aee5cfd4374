import { columns, shown } from '../figures/columns.js';
import type { Goal } from '../figures/goals.js';
import { areas, assumptions, kindsOfHelp } from '../parameters.js';
import { pairName, pairsOf, sensitivities, stressedTwice, furtherSensitivities } from '../run/scenarios.js';
import type { ScenarioResults } from '../run/study.js';

type Report = ReadonlyMap<string, ScenarioResults>;
type Rows = readonly (readonly string[])[];

/** A table of Markdown; every row has as many cells as the head. */
export function table(head: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Every policy with every figure. */
export function policyTable(base: ScenarioResults): string {
  return table(
    ['policy', ...columns.map(({ title }) => title)],
    base.scenario.policies.map((policy) => [
      policy,
      ...columns.map((column) => shown(base.interval(policy, column.metric), column)),
    ]),
  );
}

/** Every goal with what was measured. */
export function goalTable(goals: readonly Goal[]): string {
  return table(
    ['goal', 'what', 'aim', 'measured', 'met'],
    goals.map(({ goal, what, sense, target, value, digits, met, sure }) => [
      String(goal),
      what,
      `${sense === '>=' ? 'at least' : 'at most'} ${target}`,
      shown(value, { scale: 1, digits }),
      `${met ? 'yes' : '**no**'}${sure ? '' : ', but within the interval'}`,
    ]),
  );
}

/** The sensitivities one by one. */
export function sensitivityTable(report: Report): string {
  const chosen = columns.filter(({ metric }) => inShort.has(metric));
  const rows = [...sensitivities, ...furtherSensitivities].flatMap(({ name, says }) => {
    const results = report.get(name);
    if (results === undefined) return [];
    return results.scenario.policies.map((policy) => [
      says,
      String(results.scenario.seeds.length),
      policy,
      ...chosen.map((column) => shown(results.interval(policy, column.metric), column)),
    ]);
  });
  return table(['otherwise', 'seeds', 'policy', ...chosen.map(({ title }) => title)], rows);
}

const inShort: ReadonlySet<string> = new Set([
  'fillOfBound',
  'acuteMedianMinutes',
  'plannedMedianHours',
  'asksPerFill',
  'activated',
  'giniOfAsks',
  'gone',
  'thinnestArea',
]);

/** Pairs of sensitivities: fill and asks per fill. */
export function pairTable(report: Report): string {
  const fill = { scale: 100, digits: 1 };
  const asks = { scale: 1, digits: 2 };
  const rows = pairsOf(sensitivities).flatMap(([one, other]) => {
    const results = report.get(pairName(one, other));
    if (results === undefined) return [];
    return [
      [
        `${one.says}; ${other.says}`,
        ...stressedTwice.map(
          (policy) =>
            `${shown(results.interval(policy, 'fillOfBound'), fill)}; ${shown(results.interval(policy, 'asksPerFill'), asks)}`,
        ),
      ],
    ];
  });
  return table(['both', ...stressedTwice.map((policy) => `${policy}: fill, % of bound; asks per fill`)], rows);
}

/** Fill of each area against its own bound. */
export function areaTable(base: ScenarioResults, policies: readonly string[]): string {
  const known = policies.filter((policy) => base.has(policy));
  const format = { scale: 100, digits: 1 };
  const byPolicy = known.map((policy) => base.areas(policy).map((interval) => shown(interval, format)));
  return table(
    ['area', 'inhabitants', 'supply against the average', ...known],
    areas.map(({ name, inhabitants, supply }, area) => [
      name,
      String(inhabitants),
      String(supply),
      ...byPolicy.map((fills) => fills[area] ?? ''),
    ]),
  );
}

/** Every assumption that is a number. */
export function assumptionTable(): string {
  return table(
    ['name', 'value', 'unit', 'what and why'],
    Object.entries(assumptions).map(([name, { value, unit, why }]) => [`\`${name}\``, String(value), unit, why]),
  );
}

/** What is asked and offered how often. */
export function kindTable(): string {
  return table(
    ['kind of help', 'share of requests', 'offered by', 'shift of a yes, logit'],
    Object.entries(kindsOfHelp).map(([kind, { asked, offered, effect }]) => [
      kind,
      String(asked),
      String(offered),
      String(effect),
    ]),
  );
}
