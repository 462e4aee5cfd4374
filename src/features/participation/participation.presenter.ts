import type { Participation } from '@app/contracts/http/participation.js';
import type { WeekView } from './week-view.store.js';

/** The figures as who follows the municipality sees them, of the quarters that were asked for. */
export function asSeenInside(figures: Omit<Participation, 'cells' | 'totals'>, view: WeekView): Participation {
  const isWanted = ({ quarter }: { readonly quarter: string }): boolean =>
    quarter >= figures.from && quarter <= figures.until;
  return {
    ...figures,
    exact: false,
    asOf: new Date(view.madeAt).toISOString(),
    cells: view.cells.filter(isWanted),
    totals: view.totals.filter(isWanted),
  };
}
