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

/** Share of the requests of a quarter that were helped. */
export function fillOf(cells: readonly ShownCount[], quarter: string, district: string | null): number | null {
  const at = { quarter, district, measure: 'requests' };
  return shareOf(amountIn(cells, { ...at, bucket: 'helped' }), amountIn(cells, at));
}
