/** A calendar quarter, for example `2026-Q4`; sorts as text in the order of time. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** @param day local calendar day, YYYY-MM-DD */
export function quarterOf(day: string): Quarter {
  return quarterAt(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
}

/** The quarter this many later, or earlier when negative. */
export function quarterLater(quarter: Quarter, by: number): Quarter {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + by;
  return quarterAt(Math.floor(index / 4), (index % 4) + 1);
}

/** Quarters from the first up to and including the last; none when the last is before the first. */
export function quartersBetween(first: Quarter, last: Quarter): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = first; quarter <= last; quarter = quarterLater(quarter, 1)) quarters.push(quarter);
  return quarters;
}

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const;

/** Last local calendar day, YYYY-MM-DD. */
export function lastDayOf(quarter: Quarter): string {
  return `${quarter.slice(0, 4)}-${lastDays[Number(quarter.slice(6)) - 1] ?? ''}`;
}

function quarterAt(year: number, number: number): Quarter {
  return `${String(year).padStart(4, '0')}-Q${number}` as Quarter;
}
