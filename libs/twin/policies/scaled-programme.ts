import { MINUTE } from '../../domain/kernel/time.js';
import { probabilityOf, roughPriors, willingness } from '../../domain/learning/index.js';
import { type LinearProgramme, solve } from '../bounds/linear-programme.js';
import { Chance, streams } from '../random.js';
import { type Arrival, makeArrivals } from '../world/arrivals.js';
import { suitedTo, type World } from '../world/world.js';
import type { PolicyMaker } from '../year/year.js';
import { choosing } from './simple.js';

/** What is asked in each round of what the programme would ask in all: a yes each, were they not by chance. */
const SCALE = 1 - Math.exp(-1);
/** Asks cost next to nothing in the programme, so that of two ways to fill the one with fewer asks is taken. */
const ASK_COST = 1e-3;
/** Days of requests of another year from which the programme knows what will be asked. */
const HISTORY_DAYS = 120;

interface Cell {
  /** Pairs of a suited person and a request. */
  pairs: number;
  /** Chances of a yes added up over the pairs, as believed before anything is learned. */
  chances: number;
}

/**
 * Asks at random, as often as the best plan for a whole year says (after Manshadi and Rodilitz, 2022: an ex-ante linear
 * programme, scaled down). People alike in area, reach and experience are one group; requests of one area and urgency are
 * one type. It knows how often is asked from another year, and how willing people are from the first guesses.
 */
export const scaledProgramme: PolicyMaker = (world) => {
  const rates = ratesOf(world);
  return choosing(true, (able, { index, area, now, request }) =>
    able.filter(({ who }) => {
      const rate = rates.get(`${groupOf(world, who)} ${area} ${request.urgency}`) ?? 0;
      return (
        world.chance.uniform(streams.draw + Math.floor((now - request.openedAt) / MINUTE), who, index) < SCALE * rate
      );
    }),
  );
};

/** For each group and type the share of suited people to ask. */
function ratesOf(world: World): ReadonlyMap<string, number> {
  const history = makeArrivals(world.parameters, new Chance(-1), HISTORY_DAYS);
  const cells = cellsOf({ ...world, suited: new Map() }, history);
  const types = new Map<string, number>();
  for (const { area, urgency } of history) {
    const type = `${area} ${urgency}`;
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  const best = solve(programmeOf(cells, types, budgetsOf(world)));
  const names = [...cells.keys()];
  return new Map(names.map((key, index) => [key, (best?.get(`x${index}`) ?? 0) / (cells.get(key)?.pairs ?? 1)]));
}

function programmeOf(
  cells: ReadonlyMap<string, Cell>,
  types: ReadonlyMap<string, number>,
  budgets: ReadonlyMap<string, number>,
): LinearProgramme {
  const keys = [...cells.keys()];
  const asksOf = (belongs: (key: string) => boolean) =>
    keys.flatMap((key, index) => (belongs(key) ? [{ name: `x${index}`, cell: cells.get(key) }] : []));
  const fills = [...types].map(([type, requests], index) => ({ type, requests, name: `f${index}` }));
  return {
    minimise: [
      ...fills.map(({ name }) => [-1, name] as const),
      ...keys.map((_, index) => [ASK_COST, `x${index}`] as const),
    ],
    conditions: [
      ...fills.map(({ type, name }) => ({
        terms: [
          [1, name] as const,
          ...asksOf((key) => key.endsWith(` ${type}`)).map(
            ({ name: asks, cell }) => [-(cell?.chances ?? 0) / (cell?.pairs ?? 1), asks] as const,
          ),
        ],
        sense: '<=' as const,
        bound: 0,
      })),
      ...[...budgets].flatMap(([group, budget]) => {
        const terms = asksOf((key) => key.startsWith(`${group} `)).map(({ name }) => [1, name] as const);
        return terms.length === 0 ? [] : [{ terms, sense: '<=' as const, bound: (budget * HISTORY_DAYS) / 7 }];
      }),
    ],
    atMost: [
      ...fills.map(({ name, requests }) => [name, requests] as const),
      ...keys.map((key, index) => [`x${index}`, cells.get(key)?.pairs ?? 0] as const),
    ],
  };
}

function cellsOf(world: World, history: readonly Arrival[]): ReadonlyMap<string, Cell> {
  const belief = roughPriors();
  const cells = new Map<string, Cell>();
  for (const arrival of history) {
    for (const { who, distanceKm } of suitedTo(world, arrival)) {
      const key = `${groupOf(world, who)} ${arrival.area} ${arrival.urgency}`;
      const cell = cells.get(key) ?? { pairs: 0, chances: 0 };
      const experience = world.people.helping[who] === 1 ? 'regular' : 'never';
      const person = { experience, distanceKm, fatigue: 0, thankedRecently: 0, personalEffect: average } as const;
      cell.pairs += 1;
      cell.chances += probabilityOf(willingness(person, arrival, belief));
      cells.set(key, cell);
    }
  }
  return cells;
}

const average = { mean: 0, variance: 0 };

/** Asks a week that each group allows. */
function budgetsOf(world: World): ReadonlyMap<string, number> {
  const budgets = new Map<string, number>();
  world.people.weeklyBudget.forEach((budget, who) => {
    const group = groupOf(world, who);
    budgets.set(group, (budgets.get(group) ?? 0) + budget);
  });
  return budgets;
}

function groupOf({ people }: World, who: number): string {
  return `${people.area[who]}-${people.reach[who]}-${people.helping[who]}`;
}
