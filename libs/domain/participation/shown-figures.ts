import { threshold } from '../statistics/rules.js';

/** A count as it is shown to somebody: what is missing is not shown, and is never taken for none. */
export interface ShownCount {
  readonly quarter: string;
  /** Null for all districts together. */
  readonly districtCode: string | null;
  readonly measure: string;
  /** Empty for all parts together. */
  readonly bucket: string;
  readonly amount: number;
}

/** Which number is meant; without a district that of the whole municipality, without a bucket all parts together. */
export interface Wanted {
  readonly quarter: string;
  readonly district: string | null;
  readonly measure: string;
  readonly bucket?: string;
}

/** The number, or null where it is not shown. */
export function amountIn(cells: readonly ShownCount[], wanted: Wanted): number | null {
  const { quarter, district, measure, bucket = '' } = wanted;
  const found = cells.find(
    (cell) =>
      cell.measure === measure && cell.bucket === bucket && cell.quarter === quarter && cell.districtCode === district,
  );
  return found?.amount ?? null;
}

/** A share of two shown numbers, never more than all; null where one is not shown. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Math.min(1, part / whole);
}

/** Ways a request can end without help, as they are counted. */
const unhelped = ['not-helped', 'cancelled', 'expired-unfilled', 'expired-untold'];

/** Of the requests of a quarter: how many are over and how many of these were helped, as far as shown numbers tell. */
export interface EndedRequests {
  readonly helped: number;
  /** How many go on may not be shown: then they are fewer than ten, or as many as are left. */
  readonly fewest: number;
  readonly most: number;
}

/** What still goes on says nothing yet, and is left out. Null where helped or all are not shown. */
export function endedRequests(
  cells: readonly ShownCount[],
  quarter: string,
  district: string | null,
): EndedRequests | null {
  const at = (bucket: string): number | null => amountIn(cells, { quarter, district, measure: 'requests', bucket });
  const [all, helped, running] = [at(''), at('helped'), at('running')];
  if (all === null || helped === null) return null;
  const left = all - unhelped.reduce((sum, bucket) => sum + (at(bucket) ?? 0), helped);
  const mostRunning = running ?? Math.max(0, Math.min(threshold - 1, left));
  return { helped, fewest: Math.max(helped, all - mostRunning), most: Math.max(helped, all - (running ?? 0)) };
}

/** Share that was helped of the requests of a quarter that are over; null where it is not shown. */
export function fillOf(cells: readonly ShownCount[], quarter: string, district: string | null): number | null {
  const ended = endedRequests(cells, quarter, district);
  return ended && shareOf(ended.helped, ended.most);
}
