/**
 * Can anybody be found in what is published? Eight quarters of a town like Leusden are published one after the other; an
 * attacker who knows the rules, all totals and all earlier quarters tries to conclude a count below ten, exactly or that
 * it is below ten. Once as it is, once with one person more, once with one less; and, so that it is known that the
 * attacker can, on copies in which counts were not held back as they should.
 */
import { quartersBetween, type Fact } from '@app/domain/participation/index.js';
import { threshold } from '@app/domain/statistics/index.js';
import { linearSolver } from '../../src/features/participation/linear-solver.js';
import { say } from './bench-engine.js';
import { DisclosureTrial, nothingHeldBack, onlySmallHeldBack, type Published } from './disclosure-attack.js';
import {
  circleHistory,
  dice,
  districts,
  gatheringHistory,
  personHistory,
  questionHistory,
  requestHistory,
} from './disclosure-people.js';

const people = 1_500;
const requests = 5_000;
const questions = 1_200;
const circles = 40;
const gatherings = 12;
const tablesAQuarter = 17;

const roll = dice(20_261_122);
const lives = Array.from({ length: people + 1 }, (_, number) => personHistory(number, roll));
const quarters = quartersBetween('2025-Q1', '2026-Q4');
const cases = [
  ...Array.from({ length: requests }, (_, number) => requestHistory(number, roll)),
  ...Array.from({ length: questions }, (_, number) => questionHistory(number, roll)),
  ...quarters.flatMap((_, quarter) =>
    Array.from({ length: circles }, (__, number) => circleHistory(number, quarter, roll)),
  ),
  ...quarters.flatMap((_, quarter) =>
    Array.from({ length: gatherings }, (__, number) => gatheringHistory(number, quarter, roll)),
  ),
].flat();

say(
  `Assumed: ${people} people, ${requests} requests, ${questions} questions, ${circles} circles and ${gatherings} gatherings in ${districts.length} districts, ${quarters.length} quarters;`,
);
say('the attacker knows the rules of rounding and holding back, every relation between tables, and every quarter.');

const trial = new DisclosureTrial(quarters, districts, await linearSolver());
const towns: Readonly<Record<string, readonly (readonly Fact[])[]>> = {
  'as it is': lives.slice(0, people),
  'one person more': lives,
  'one person less': lives.slice(1, people),
};
const derived: Record<string, number> = {};
let asItIs: Published | undefined;
for (const [name, persons] of Object.entries(towns)) {
  const published = trial.publish([...persons.flat(), ...cases]);
  asItIs ??= published;
  derived[name] = trial.attack(published).length;
  say(`${name}: ${derived[name]} counts derived`);
}
if (!asItIs) throw new Error('Nothing was published');
const unprotected = {
  'only small counts held back': trial.attack(onlySmallHeldBack(asItIs)).length,
  'nothing held back': trial.attack(nothingHeldBack(asItIs)).length,
};
for (const [name, broken] of Object.entries(unprotected)) say(`${name}: ${broken} counts derived`);

const { counts, values } = asItIs;
const held = [...counts].filter(([name]) => values.get(name) === null);
const sum = (entries: readonly (readonly [string, number])[]): number =>
  entries.reduce((all, [, count]) => all + count, 0);
const round = (share: number): number => Math.round(share * 1_000) / 1_000;
say(
  JSON.stringify({
    bench: 'disclosure',
    tables: tablesAQuarter * quarters.length,
    cells: counts.size,
    belowTen: [...counts.values()].filter((count) => count < threshold).length,
    zero: [...counts.values()].filter((count) => count === 0).length,
    heldBack: held.length,
    heldBackBeside: held.filter(([, count]) => count >= threshold).length,
    shareOfCountsInHeldBackCells: round(sum(held) / sum([...counts])),
    derived,
    derivedFromUnprotectedCopies: unprotected,
    met:
      Object.values(derived).every((broken) => broken === 0) &&
      Object.values(unprotected).every((broken) => broken > 0),
  }),
);
