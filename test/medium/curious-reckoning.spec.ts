import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { countAll, insideSystem, insideView, type Figure } from '@app/domain/participation/index.js';
import {
  fewestPossible,
  hideBeside,
  rounded,
  threshold,
  type PublishedValue,
  type SolveLinear,
  type TableSystem,
} from '@app/domain/statistics/index.js';
import { linearSolver } from '../../src/features/participation/linear-solver.js';
import { dice, districts, personHistory, requestHistory } from '../load/disclosure-people.js';

jest.setTimeout(240_000);

const rows = districts.slice(0, 4);
const seen = new Set(['reached', 'willing', 'requests', 'requests-by-urgency']);
/** So many of the counts that were left out are attacked, those first that lie in the fullest tables. */
const attacked = 12;

let solve: SolveLinear;
let figures: readonly Figure[];
let system: TableSystem;
beforeAll(async () => {
  solve = await linearSolver();
  const roll = dice(11);
  const people = Array.from({ length: 420 }, (_, number) => personHistory(number, roll)).flat();
  const requests = Array.from({ length: 900 }, (_, number) => requestHistory(number, roll)).flat();
  figures = countAll([...people, ...requests]).filter(
    ({ quarter, measure }) => quarter >= '2026-Q3' && seen.has(measure),
  );
  system = insideSystem(figures, rows);
});

/** What somebody finds out with a solver who knows every relation, of counts that are left out. */
function pinned(values: ReadonlyMap<string, PublishedValue>): string[] {
  const lines = system.relations.filter(({ whole }) => (system.counts.get(whole) ?? 0) > 0);
  const names = [...new Set(lines.flatMap(({ whole, parts }) => [whole, ...parts]))];
  const variables = new Map(names.map((name, index) => [name, `v${index}`]));
  const at = (name: string): string => variables.get(name) ?? '';
  const conditions = lines.map(({ kind, whole, parts }) => ({
    terms: [
      ...[...new Set(parts)].map((part) => [parts.filter((one) => one === part).length, at(part)] as const),
      [-1, at(whole)] as const,
    ],
    sense: kind === 'sum' ? ('=' as const) : ('<=' as const),
    bound: 0,
  }));
  const shown = names.filter((name) => values.get(name) !== null);
  const known = shown.map((name) => ({
    terms: [[1, at(name)] as const],
    sense: '>=' as const,
    bound: Math.max(threshold, (values.get(name) ?? 0) - 2),
  }));
  const atMost = names.map((name) => [at(name), (values.get(name) ?? 100_000) + 2] as const);
  const whole = names.map(at);
  const most = (name: string, sign: 1 | -1): number => {
    const found = solve({ minimise: [[-sign, at(name)]], conditions: [...conditions, ...known], atMost, whole });
    if (!found) throw new Error('What is shown contradicts itself');
    return Math.round(found.get(at(name)) ?? 0);
  };
  return names
    .filter((name) => values.get(name) === null)
    .toSorted((a, b) => shownBeside(b, values) - shownBeside(a, values))
    .slice(0, attacked)
    .filter((name) => most(name, 1) - most(name, -1) + 1 < fewestPossible);
}

/** How many counts are shown in the lines of this one. */
function shownBeside(name: string, values: ReadonlyMap<string, PublishedValue>): number {
  return system.relations
    .filter(({ whole, parts }) => whole === name || parts.includes(name))
    .flatMap(({ whole, parts }) => [whole, ...parts])
    .filter((one) => values.get(one) !== null).length;
}

describe('who reckons with everything that is shown inside', () => {
  it('pins no count that is left out', () => {
    expect(pinned(hideBeside(system))).toStrictEqual([]);
  });

  it('could, if only the small counts themselves were left out', () => {
    const naive = new Map([...system.counts].map(([name, count]) => [name, count < threshold ? null : rounded(count)]));
    const found = pinned(naive);
    expect(found.length).toBeGreaterThan(0);
  });

  it('still sees the greater part of what is not small', () => {
    const values = hideBeside(system);
    const large = [...system.counts].filter(([, count]) => count >= threshold);
    expect(large.filter(([name]) => values.get(name) !== null).length / large.length).toBeGreaterThan(0.8);
  });

  it('finds nothing in a later look that was left out of a quarter that was over', () => {
    const first = insideView(figures, rows);
    const more = figures.map((one) => ({ ...one, amount: one.amount + 4 }));
    const shownIn = ({ cells }: ReturnType<typeof insideView>, quarter: string) =>
      new Set(
        cells
          .filter((one) => one.quarter === quarter)
          .map((one) => [one.districtCode, one.measure, one.bucket].join('|')),
      );
    const later = insideView(more, rows, { quarter: '2026-Q4', view: first });
    const [was, is] = [shownIn(first, '2026-Q3'), shownIn(later, '2026-Q3')];
    expect([...is].filter((name) => !was.has(name))).toStrictEqual([]);
    const running = [...shownIn(later, '2026-Q4')].filter((name) => !shownIn(first, '2026-Q4').has(name));
    expect(running.length).toBeGreaterThan(0);
  });
});
