import { quantileSorted } from 'simple-statistics';
import { areas } from '../parameters.js';
import type { YearRecord } from '../year/record.js';

/** What one year of one policy comes to. Shares are between 0 and 1. */
export interface Metrics {
  /** Requests filled in time. */
  readonly fill: number;
  /** The same, against what could be filled at all. */
  readonly fillOfBound: number;
  readonly bound: number;
  readonly acuteMedianMinutes: number;
  readonly acuteP90Minutes: number;
  readonly plannedMedianHours: number;
  readonly plannedP90Hours: number;
  readonly asksPerFill: number;
  /** Of those who never helped, who completed a first help this year. */
  readonly activated: number;
  /** Fills by people who had never helped before. */
  readonly firstTimerShare: number;
  /** Of those who never helped, who were asked at all. */
  readonly askedOnce: number;
  /** Of the asks received by everybody registered: 0 all the same, 1 all by one. */
  readonly giniOfAsks: number;
  /** Asks in one week to one person who is there. */
  readonly weekP95: number;
  readonly weekP99: number;
  /** Asks to people whose budget was used up, and what part of all asks that is. */
  readonly budgetViolations: number;
  readonly overBudgetShare: number;
  readonly quietViolations: number;
  /** Yeses that came when nobody was needed any more. */
  readonly lateYesesPerFill: number;
  /** People muted or gone at the end. */
  readonly gone: number;
  /** Fill against the own bound, the lowest of all areas but the thinnest, and the thinnest. */
  readonly worstArea: number;
  readonly thinnestArea: number;
}

export type MetricName = keyof Metrics;

/** The area with the fewest inhabitants. */
export const thinnest = areas.reduce(
  (least, { inhabitants }, index) => (inhabitants < (areas[least]?.inhabitants ?? 0) ? index : least),
  0,
);

/** Figures of one year, `bound` being what the clairvoyant filled (1) and not (0). */
export function metricsOf(record: YearRecord, bound: Uint8Array): Metrics {
  const { world, requests } = record;
  const filled = requests.filter(({ minutesToYes }) => minutesToYes !== null);
  const fills = filled.length;
  const boundFills = sum(bound);
  const newcomers = world.people.helping.reduce((count, helping) => count + (1 - helping), 0);
  const byArea = areaFills(record, bound);
  return {
    fill: fills / world.arrivals.length,
    fillOfBound: fills / boundFills,
    bound: boundFills / world.arrivals.length,
    ...timesToYes(record),
    asksPerFill: record.asks / fills,
    activated: sum(record.firstHelpOf) / newcomers,
    firstTimerShare: filled.filter(({ byFirstTimer }) => byFirstTimer).length / fills,
    askedOnce: record.asksOf.filter((asks, who) => asks > 0 && world.people.helping[who] === 0).length / newcomers,
    giniOfAsks: gini(record.asksOf),
    ...asksInAWeek(record),
    budgetViolations: record.budgetViolations,
    overBudgetShare: record.asks === 0 ? 0 : record.budgetViolations / record.asks,
    quietViolations: record.quietViolations,
    lateYesesPerFill: record.lateYeses / fills,
    gone: 1 - record.presentAtEnd / world.people.count,
    worstArea: Math.min(...byArea.filter((_, area) => area !== thinnest)),
    thinnestArea: byArea[thinnest] ?? 0,
  };
}

/** Fills of each area against its own bound; 1 where nothing could be filled. */
export function areaFills({ world, requests }: YearRecord, bound: Uint8Array): readonly number[] {
  const fills = areas.map(() => 0);
  const bounds = areas.map(() => 0);
  for (const { index, minutesToYes: minutes } of requests) {
    const area = world.arrivals[index]?.area ?? 0;
    if (minutes !== null) fills[area] = (fills[area] ?? 0) + 1;
    bounds[area] = (bounds[area] ?? 0) + (bound[index] ?? 0);
  }
  return fills.map((count, area) => ((bounds[area] ?? 0) === 0 ? 1 : count / (bounds[area] ?? 1)));
}

/** Gini coefficient of counts: mean difference over twice the mean. */
function gini(counts: Uint32Array): number {
  const sorted = counts.toSorted();
  const total = sum(sorted);
  if (total === 0) return 0;
  let weighted = 0;
  sorted.forEach((count, rank) => {
    weighted += (2 * (rank + 1) - sorted.length - 1) * count;
  });
  return weighted / (sorted.length * total);
}

function timesToYes({ world, requests }: YearRecord) {
  const of = (urgency: string): number[] =>
    requests
      .filter(({ index }) => world.arrivals[index]?.urgency === urgency)
      .flatMap(({ minutesToYes: minutes }) => minutes ?? [])
      .toSorted((a, b) => a - b);
  const [acute, planned] = [of('acute'), of('planned')];
  return {
    acuteMedianMinutes: quantile(acute, 0.5),
    acuteP90Minutes: quantile(acute, 0.9),
    plannedMedianHours: quantile(planned, 0.5) / 60,
    plannedP90Hours: quantile(planned, 0.9) / 60,
  };
}

function quantile(sorted: number[], share: number): number {
  return sorted.length === 0 ? Number.NaN : quantileSorted(sorted, share);
}

/** Smallest number of asks that 95 and 99 in a hundred weeks of people who are there do not exceed. */
function asksInAWeek({ asksByWeek, presentWeeks }: YearRecord) {
  const histogram: number[] = [];
  for (const asks of asksByWeek) if (asks > 0) histogram[asks] = (histogram[asks] ?? 0) + 1;
  const exceeding = (asks: number): number =>
    histogram.reduce((all, weeks, many) => all + (many > asks ? weeks : 0), 0);
  const least = (share: number): number => {
    let asks = 0;
    while (exceeding(asks) > (1 - share) * presentWeeks) asks += 1;
    return asks;
  };
  return { weekP95: least(0.95), weekP99: least(0.99) };
}

function sum(values: Uint8Array | Uint32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
