import type { Quarter } from '@app/domain/participation/quarter.js';

/** All of the municipality. */
export const whole = '';

/** What somebody looks at. It stands in the address, so that going back, a link and a bookmark keep it. */
export interface Choice {
  readonly quarter: Quarter;
  /** Code of a district; empty for the whole municipality. */
  readonly district: string;
}

/** What the address asks for; what is not there is taken for the latest quarter and the whole municipality. */
export function choiceOf(
  query: Readonly<Record<string, string>>,
  quarters: readonly Quarter[],
  districts: readonly string[],
): Choice {
  return {
    quarter: quarters.find((code) => code === query['kwartaal']) ?? (quarters.at(-1) as Quarter),
    district: districts.find((code) => code === query['wijk']) ?? whole,
  };
}

/** @param latest what is shown without an address of its own */
export function monitorPath({ quarter, district }: Choice, latest: Quarter): string {
  const query = new URLSearchParams();
  if (quarter !== latest) query.set('kwartaal', quarter);
  if (district !== whole) query.set('wijk', district);
  const text = query.toString();
  return text === '' ? '/monitor' : `/monitor?${text}`;
}
