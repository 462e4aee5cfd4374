import { distanceKm, type Point } from './distance.js';

/** A buurt, as much of it as making cells needs. */
export interface CellNeighbourhood extends Point {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly dwellings: number;
}

/** What is shown instead of a place. */
export interface Cell {
  /** Lowest code of its buurten. */
  readonly cellCode: string;
  readonly cellName: string;
  readonly neighbourhoodCodes: readonly string[];
}

type Members = readonly CellNeighbourhood[];

/**
 * Merges each buurt of fewer than `minimum` dwellings with the nearest one, of its own district if there is any, until
 * every cell has enough. Only a whole municipality of fewer than `minimum` dwellings gives a cell below it.
 */
export function mergeIntoCells(neighbourhoods: readonly CellNeighbourhood[], minimum = 50): readonly Cell[] {
  let cells: readonly Members[] = neighbourhoods.toSorted(byCode).map((neighbourhood) => [neighbourhood]);
  for (;;) {
    const smallest = cells.filter((cell) => dwellingsOf(cell) < minimum).toSorted(bySize)[0];
    if (smallest === undefined || cells.length === 1) return cells.map(toCell).toSorted(byCellCode);
    const target = nearestTo(
      smallest,
      cells.filter((cell) => cell !== smallest),
    );
    cells = [
      ...cells.filter((cell) => cell !== smallest && cell !== target),
      [...target, ...smallest].toSorted(byCode),
    ];
  }
}

function nearestTo(cell: Members, others: readonly Members[]): Members {
  const districts = new Set(cell.map(({ districtCode }) => districtCode));
  const sameDistrict = others.filter((other) => other.some(({ districtCode }) => districts.has(districtCode)));
  const candidates = sameDistrict.length > 0 ? sameDistrict : others;
  return candidates.reduce((best, other) => {
    const gain = distanceBetween(cell, other) - distanceBetween(cell, best);
    return gain < 0 || (gain === 0 && codeOf(other) < codeOf(best)) ? other : best;
  });
}

function distanceBetween(a: Members, b: Members): number {
  return Math.min(...a.flatMap((one) => b.map((other) => distanceKm(one, other))));
}

function dwellingsOf(cell: Members): number {
  return cell.reduce((sum, { dwellings }) => sum + dwellings, 0);
}

function codeOf(cell: Members): string {
  return cell[0]?.code ?? '';
}

function toCell(cell: Members): Cell {
  const names = cell.toSorted((a, b) => b.dwellings - a.dwellings || byCode(a, b)).map(({ name }) => name);
  return {
    cellCode: codeOf(cell),
    cellName: names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`,
    neighbourhoodCodes: cell.map(({ code }) => code),
  };
}

function byCode(a: CellNeighbourhood, b: CellNeighbourhood): number {
  return compare(a.code, b.code);
}

function byCellCode(a: Cell, b: Cell): number {
  return compare(a.cellCode, b.cellCode);
}

function bySize(a: Members, b: Members): number {
  return dwellingsOf(a) - dwellingsOf(b) || compare(codeOf(a), codeOf(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
