import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { quartersBetween } from '@app/domain/participation/index.js';
import { makePublishable, type Relation } from '@app/domain/statistics/index.js';
import { linearSolver } from '../../src/features/participation/linear-solver.js';
import { DisclosureTrial, nothingHeldBack, onlySmallHeldBack, type Published } from '../load/disclosure-attack.js';
import {
  circleHistory,
  dice,
  districts,
  personHistory,
  questionHistory,
  requestHistory,
} from '../load/disclosure-people.js';

jest.setTimeout(240_000);

const rows = districts.slice(0, 4);
let trial: DisclosureTrial;
let published: Published;
beforeAll(async () => {
  trial = new DisclosureTrial(quartersBetween('2026-Q2', '2026-Q4'), rows, await linearSolver());
  const roll = dice(7);
  const people = Array.from({ length: 500 }, (_, number) => personHistory(number, roll)).flat();
  const requests = Array.from({ length: 1_200 }, (_, number) => requestHistory(number, roll)).flat();
  const questions = Array.from({ length: 250 }, (_, number) => questionHistory(number, roll)).flat();
  const circles = [5, 6, 7].flatMap((quarter) =>
    Array.from({ length: 6 + 4 * quarter - 20 }, (_, number) => circleHistory(number, quarter, roll)).flat(),
  );
  published = trial.publish([...people, ...requests, ...questions, ...circles]);
}, 240_000);

describe('what is published of participation', () => {
  it('is a multiple of five or held back, and never a count below ten', () => {
    for (const [name, value] of published.values) {
      const count = published.counts.get(name)!;
      if (value === null) continue;
      expect([name, count >= 10, value % 5, Math.abs(value - count) <= 2]).toStrictEqual([name, true, 0, true]);
    }
    expect([...published.values.values()].filter((value) => value !== null).length).toBeGreaterThan(100);
  });

  it('tells nobody a count below ten, with all totals and earlier quarters beside it', () => {
    expect(trial.attack(published)).toStrictEqual([]);
  });

  it('would tell counts if others were not held back beside the small ones: the attacker can', () => {
    const broken = trial.attack(onlySmallHeldBack(published));
    expect(broken.length).toBeGreaterThan(0);
    for (const { name, from, until } of broken) {
      const count = published.counts.get(name)!;
      expect([name, from <= count && count <= until]).toStrictEqual([name, true]);
    }
    expect(trial.attack(nothingHeldBack(published)).length).toBeGreaterThan(broken.length);
  });
});

describe('holding back', () => {
  const sum = (...parts: string[]): Relation => ({ kind: 'sum', whole: 'all', parts });
  const publish = async (
    counts: Readonly<Record<string, number>>,
    relations: readonly Relation[],
    heldBack: string[] = [],
    sensitive: string[] = [],
  ) => {
    const earlier = { counts: new Map<string, number>(), values: new Map<string, number>(), heldBack };
    const system = { counts: new Map(Object.entries(counts)), relations, sensitive: new Set(sensitive) };
    const publishing = makePublishable(system, earlier, await linearSolver());
    let step = publishing.next();
    while (!step.done) step = publishing.next();
    return Object.fromEntries(step.value.values);
  };

  it('takes the cheapest other count along', async () => {
    expect(await publish({ a: 3, b: 20, all: 23 }, [sum('a', 'b')])).toStrictEqual({ a: null, b: null, all: 25 });
  });

  it.each([
    ['nothing tells', []],
    ['rounding hides enough', [sum('a', 'b', 'c')]],
  ])('takes nothing along when %s', async (_why, relations) => {
    const shown = { a: null, b: 20, c: 400, all: 425 };
    expect(await publish({ a: 3, b: 20, c: 400, all: 423 }, relations)).toStrictEqual(shown);
  });

  it('holds back at nine and publishes at ten', async () => {
    expect(await publish({ a: 9, b: 10 }, [])).toStrictEqual({ a: null, b: 10 });
  });

  it('takes along what would tell a large count of few people', async () => {
    const shown = await publish({ a: 40, b: 60, all: 100 }, [sum('a', 'b')], [], ['a']);
    expect(shown).toStrictEqual({ a: null, b: null, all: 100 });
  });

  it('does not show in a correction what was held back before', async () => {
    expect(await publish({ a: 30, b: 10 }, [], ['a'])).toStrictEqual({ a: null, b: 10 });
  });
});
