import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';
import { peopleBehind, type Measure } from '@app/domain/participation/index.js';
import { rounded, threshold } from '@app/domain/statistics/index.js';

/** The same figures without small numbers: what is left out may be any number below ten, also none. */
export function withoutSmallNumbers(figures: Participation): Participation {
  return { ...figures, exact: false, cells: shown(figures.cells), totals: shown(figures.totals) };
}

function shown(cells: readonly ParticipationCell[]): ParticipationCell[] {
  const amounts = new Map(cells.map((cell) => [nameOf(cell), cell.amount]));
  return cells
    .filter((cell) => {
      const behind = peopleBehind({ measure: cell.measure as Measure, part: cell.bucket });
      const people = behind
        ? (amounts.get(nameOf({ ...cell, measure: behind.measure, bucket: behind.part })) ?? 0)
        : cell.amount;
      return Math.min(people, cell.amount) >= threshold;
    })
    .map((cell) => ({ ...cell, amount: rounded(cell.amount) }));
}

function nameOf({ quarter, districtCode, measure, bucket }: ParticipationCell): string {
  return [quarter, districtCode, measure, bucket].join('/');
}
