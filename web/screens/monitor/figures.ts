import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';

/** Which number is meant; without a district that of the whole municipality, without a bucket all parts together. */
export interface Wanted {
  readonly quarter: string;
  readonly district: string | null;
  readonly measure: string;
  readonly bucket?: string;
}

/** The number, or null where it is not shown: below ten, which may also be none. */
export function amountIn(cells: readonly ParticipationCell[], wanted: Wanted): number | null {
  const { quarter, district, measure, bucket = '' } = wanted;
  const found = cells.find(
    (cell) =>
      cell.measure === measure && cell.bucket === bucket && cell.quarter === quarter && cell.districtCode === district,
  );
  return found?.amount ?? null;
}

/** `2026, kwartaal 4` */
export function quarterText(code: string): string {
  return nlOrganisers.monitor.quarter(code.slice(0, 4), code.slice(6));
}

/** A share of two shown numbers, never more than all; null where one is not shown. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Math.min(1, part / whole);
}

export const funnelSteps = ['reached', 'willing', 'asked', 'first-help', 'regular'] as const;

export interface FunnelStep {
  readonly measure: (typeof funnelSteps)[number];
  readonly name: string;
  readonly definition: string;
  readonly people: number | null;
  /** Of the step before. */
  readonly share: number | null;
}

/** How far people came, up to and including a quarter. */
export function funnelOf(view: Participation, quarter: string, district: string | null): readonly FunnelStep[] {
  const people = funnelSteps.map((measure) => amountIn(view.totals, { quarter, district, measure }));
  return funnelSteps.map((measure, index) => {
    const known = view.definitions.find((definition) => definition.measure === measure);
    return {
      measure,
      name: known?.name ?? measure,
      definition: known?.definition ?? '',
      people: people[index] ?? null,
      share: index === 0 ? null : shareOf(people[index] ?? null, people[index - 1] ?? null),
    };
  });
}

/** The part within which half of the requests had a yes, by name; null when too little is shown to tell. */
export function medianTimeToYes(view: Participation, quarter: string, district: string | null): string | null {
  const measure = 'time-to-yes';
  const all = amountIn(view.cells, { quarter, district, measure });
  if (all === null) return null;
  let sum = 0;
  for (const { code, name } of view.definitions.find((known) => known.measure === measure)?.buckets ?? []) {
    sum += amountIn(view.cells, { quarter, district, measure, bucket: code }) ?? 0;
    if (sum >= all / 2) return name;
  }
  return null;
}

/** Share of the requests of a quarter that were helped. */
export function fillOf(view: Participation, quarter: string, district: string | null): number | null {
  const at = { quarter, district, measure: 'requests' };
  return shareOf(amountIn(view.cells, { ...at, bucket: 'helped' }), amountIn(view.cells, at));
}

/** Asks for each request that was helped. */
export function asksAHelp(view: Participation, quarter: string, district: string | null): number | null {
  const asks = amountIn(view.cells, { quarter, district, measure: 'asks-of-helped' });
  const helped = amountIn(view.cells, { quarter, district, measure: 'requests', bucket: 'helped' });
  return asks === null || helped === null ? null : asks / helped;
}
