import { trueLogit } from '../world/truth.js';
import { suitedTo, type World } from '../world/world.js';
import { solve, type Terms } from './linear-programme.js';

/** What a policy reached, for which the fewest asks are sought. */
export interface Reached {
  /** Share of requests filled. */
  readonly fill: number;
  /** Share of fills by people who had never helped before. */
  readonly firstTimerShare: number;
}

/** Pairs of people alike and requests alike. */
interface Cell {
  readonly type: string;
  readonly group: string;
  readonly pairs: number;
  /** Chance of a yes to a first ask by somebody who never helped; null for who helped before. */
  readonly firstHelp: number | null;
  /** Chance of a yes by a regular helper, rested and thanked as much as can be. */
  readonly laterHelp: number;
}

/** People differ by this many bands of willingness, one standard deviation each. */
const LARGEST_BAND = 2;

/**
 * Fewest asks per fill with which anybody could fill as much and bring as many newcomers, knowing how willing everybody
 * is: a linear programme over a year in which an ask gives its chance of a yes, nobody tires and every ask is in time.
 * People alike in area, reach, willingness and experience are one group, requests of one area and urgency one type. Null
 * when nothing fills as much.
 */
export function leastAsksPerFill(world: World, reached: Reached): number | null {
  const cells = cellsOf(world);
  const first = cells.map((cell, index) => ({ cell, name: `n${index}` })).filter(({ cell }) => cell.firstHelp !== null);
  const later = cells.map((cell, index) => ({ cell, name: `r${index}` }));
  const yesesOfFirst = (keep: (cell: Cell) => boolean): Terms =>
    first.flatMap(({ cell, name }) => (keep(cell) ? [[cell.firstHelp ?? 0, name] as const] : []));
  const yesesOf = (keep: (cell: Cell) => boolean): Terms => [
    ...yesesOfFirst(keep),
    ...later.flatMap(({ cell, name }) => (keep(cell) ? [[cell.laterHelp, name] as const] : [])),
  ];
  const fills = reached.fill * world.arrivals.length;
  const best = solve({
    minimise: [...first, ...later].map(({ name }) => [1, name] as const),
    conditions: [
      ...[...requestsByType(world)].map(([type, requests]) => ({
        terms: yesesOf((cell) => cell.type === type),
        sense: '>=' as const,
        bound: reached.fill * requests,
      })),
      { terms: yesesOfFirst(() => true), sense: '>=' as const, bound: reached.firstTimerShare * fills },
      // A first help is somebody's only once.
      ...[...peopleByGroup(world)].map(([group, people]) => ({
        terms: yesesOfFirst((cell) => cell.group === group),
        sense: '<=' as const,
        bound: people,
      })),
    ].filter(({ terms }) => terms.length > 0),
    atMost: [...first, ...later].map(({ name, cell }) => [name, cell.pairs] as const),
  });
  if (best === null) return null;
  return [...best.values()].reduce((sum, asks) => sum + asks, 0) / fills;
}

function cellsOf(world: World): readonly Cell[] {
  const sums = new Map<string, { pairs: number; first: number; later: number }>();
  const { boostCap } = world.parameters;
  const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));
  for (const arrival of world.arrivals) {
    for (const { who, distanceKm } of suitedTo(world, arrival)) {
      const key = `${groupOf(world, who)}|${arrival.area} ${arrival.urgency}`;
      const sum = sums.get(key) ?? { pairs: 0, first: 0, later: 0 };
      sum.pairs += 1;
      sum.first += chance(trueLogit(world, arrival, who, distanceKm, { helps: 0, fatigue: 0, boost: 0 }));
      sum.later += chance(
        trueLogit(world, arrival, who, distanceKm, { helps: Number.POSITIVE_INFINITY, fatigue: 0, boost: boostCap }),
      );
      sums.set(key, sum);
    }
  }
  return [...sums].map(([key, { pairs, first, later }]) => {
    const [group = '', type = ''] = key.split('|');
    return { group, type, pairs, firstHelp: group.startsWith('new') ? first / pairs : null, laterHelp: later / pairs };
  });
}

function requestsByType({ arrivals }: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { area, urgency } of arrivals) {
    const type = `${area} ${urgency}`;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

function peopleByGroup(world: World): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let who = 0; who < world.people.count; who += 1) {
    const group = groupOf(world, who);
    if (group.startsWith('new')) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function groupOf({ people, parameters }: World, who: number): string {
  const band = Math.round((people.effect[who] ?? 0) / Math.max(parameters.effectSd, 1e-9));
  const bounded = Math.max(-LARGEST_BAND, Math.min(LARGEST_BAND, band));
  return `${people.helping[who] === 1 ? 'helping' : 'new'} ${people.area[who]} ${people.reach[who]} ${bounded}`;
}
