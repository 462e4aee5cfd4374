import type { Participation, ParticipationCell } from '@app/contracts/http/participation.js';

/** Below this many a count is not shown to whoever is not its owner. */
const threshold = 10;
const roundedTo = 5;

/** The same figures without small numbers: what is left out may be any number below ten, also none. */
export function withoutSmallNumbers(figures: Participation): Participation {
  return { ...figures, exact: false, cells: figures.cells.flatMap(rounded), totals: figures.totals.flatMap(rounded) };
}

function rounded(cell: ParticipationCell): ParticipationCell[] {
  return cell.amount < threshold ? [] : [{ ...cell, amount: Math.round(cell.amount / roundedTo) * roundedTo }];
}
