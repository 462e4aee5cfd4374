import type { Participation } from '@app/contracts/http/participation.js';
import { amountIn, shareOf } from '@app/domain/participation/shown-figures.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';

/** `2026, kwartaal 4` */
export function quarterText(code: string): string {
  return nlOrganisers.monitor.quarter(code.slice(0, 4), code.slice(6));
}

/** A quarter as the monitor names it: one that is not over says so, or it reads as a fall. */
export function periodText({ until }: Pick<Participation, 'until'>, code: string): string {
  return code === until ? nlOrganisers.monitor.running(quarterText(code)) : quarterText(code);
}

export const funnelSteps = ['reached', 'willing', 'asked', 'first-help', 'regular'] as const;

export interface FunnelStep {
  readonly measure: (typeof funnelSteps)[number];
  readonly name: string;
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

/** Asks for each request that was helped. */
export function asksAHelp(view: Participation, quarter: string, district: string | null): number | null {
  const asks = amountIn(view.cells, { quarter, district, measure: 'asks-of-helped' });
  const helped = amountIn(view.cells, { quarter, district, measure: 'requests', bucket: 'helped' });
  return asks === null || helped === null ? null : asks / helped;
}
