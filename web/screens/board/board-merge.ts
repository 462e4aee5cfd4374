import type { BoardEntry } from '@app/contracts/http/board.js';
import type { DayPart } from '@app/contracts/http/vocabulary.js';
import { sorted } from '../../parts/sorted.js';

/** One row on the screen. A request that was taken keeps its place until the reader refreshes. */
export interface Row {
  readonly entry: BoardEntry;
  readonly gone: boolean;
}

/** The board as the reader sees it, with what arrived since and waits for a press on "Toon nieuwe vragen". */
export interface BoardState {
  readonly rows: readonly Row[];
  readonly waiting: readonly BoardEntry[];
}

/** What one fetch told about one association. */
export interface BoardAnswer {
  readonly requests: readonly BoardEntry[];
  readonly removed: readonly string[];
}

export const emptyBoard: BoardState = { rows: [], waiting: [] };

const partOrder: Record<DayPart, number> = { morning: 0, afternoon: 1, evening: 2, night: 3 };

/** Urgent first, then by day and day part; the id decides between equals, so that rows never swap. */
function inOrder(a: BoardEntry, b: BoardEntry): number {
  if (a.urgency !== b.urgency) return a.urgency === 'acute' ? -1 : 1;
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  const parts = partOrder[a.dayPart] - partOrder[b.dayPart];
  if (parts !== 0) return parts;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function fresh(entries: readonly BoardEntry[]): readonly Row[] {
  const open = entries.filter(({ status }) => status === 'open');
  return sorted(open, inOrder).map((entry) => ({ entry, gone: false }));
}

/** The first picture: everything at once, nothing waits. */
export function firstBoard(entries: readonly BoardEntry[]): BoardState {
  return { rows: fresh(entries), waiting: [] };
}

/**
 * Takes in what changed without moving a row: changes in place, taken and removed rows stay as gone,
 * new requests wait. An older version than the one shown is ignored.
 */
export function takeIn(state: BoardState, { requests, removed }: BoardAnswer): BoardState {
  const byId = new Map(requests.map((entry) => [entry.id, entry]));
  const gone = new Set(removed);
  const shown = new Set(state.rows.map(({ entry }) => entry.id));
  const rows = state.rows.map((row): Row => {
    const newer = byId.get(row.entry.id);
    if (newer !== undefined && newer.version >= row.entry.version) {
      return { entry: newer, gone: newer.status !== 'open' };
    }
    return gone.has(row.entry.id) ? { ...row, gone: true } : row;
  });
  const waiting = new Map(state.waiting.map((entry) => [entry.id, entry]));
  for (const entry of requests) {
    if (shown.has(entry.id)) continue;
    const before = waiting.get(entry.id);
    if (before !== undefined && before.version > entry.version) continue;
    if (entry.status === 'open') waiting.set(entry.id, entry);
    else waiting.delete(entry.id);
  }
  for (const id of removed) if (!byId.has(id)) waiting.delete(id);
  return { rows, waiting: [...waiting.values()] };
}

/**
 * Takes in a whole board of one association, for which no `since` was known: what is not in it is gone.
 */
export function takeInWhole(
  state: BoardState,
  entries: readonly BoardEntry[],
  belongs: (id: string) => boolean,
): BoardState {
  const there = new Set(entries.map(({ id }) => id));
  const known = [...state.rows.map(({ entry }) => entry.id), ...state.waiting.map(({ id }) => id)];
  const removed = known.filter((id) => belongs(id) && !there.has(id));
  return takeIn(state, { requests: entries, removed });
}

/** Shows what waited and lets go of what is gone; tells which row came first among the new ones. */
export function showWaiting(state: BoardState): { state: BoardState; firstNew: string | undefined } {
  const added = new Set(state.waiting.map(({ id }) => id));
  const rows = fresh([...state.rows.filter(({ gone }) => !gone).map(({ entry }) => entry), ...state.waiting]);
  return { state: { rows, waiting: [] }, firstNew: rows.find(({ entry }) => added.has(entry.id))?.entry.id };
}

/** Open requests per cell that are looked for, those that wait included. */
export function countsByCell(state: BoardState, fits: (entry: BoardEntry) => boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const open = [...state.rows.filter(({ gone }) => !gone).map(({ entry }) => entry), ...state.waiting];
  for (const { cell } of open.filter(fits)) counts.set(cell.code, (counts.get(cell.code) ?? 0) + 1);
  return counts;
}
