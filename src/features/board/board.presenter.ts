import type { BoardEntry } from '@app/contracts/http/board.js';

/** A row of the board's query. */
export interface BoardRow {
  readonly association_id: string;
  readonly board_sequence: number;
  readonly id: string;
  readonly version: number;
  readonly visible: boolean;
  readonly category: BoardEntry['category'];
  readonly urgency: BoardEntry['urgency'];
  readonly day: string;
  readonly day_part: BoardEntry['dayPart'];
  readonly expected_minutes: number;
  readonly cell_code: string;
  readonly cell_name: string;
  readonly status: BoardEntry['status'];
}

/** What anyone may see of a request, field by field. */
export function presentEntry(row: BoardRow): BoardEntry {
  return {
    id: row.id,
    version: row.version,
    category: row.category,
    urgency: row.urgency,
    day: row.day,
    dayPart: row.day_part,
    expectedMinutes: row.expected_minutes,
    cell: { code: row.cell_code, name: row.cell_name },
    status: row.status,
  };
}
