import type { DayPart } from '@app/contracts/http/vocabulary.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** Where an entry stands in the history of its board. */
export interface BoardEntryState {
  readonly sequence: number;
  readonly version: number;
  readonly visible: boolean;
}

/** What the board shows of a request. */
export interface EntryDetails {
  readonly category: string;
  readonly urgency: string;
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly dayPart: DayPart;
  readonly expectedMinutes: number;
  readonly cellCode: string;
  readonly status: string;
}

interface NextEntry {
  readonly version: number;
  readonly visible: boolean;
  /** Absent when the request itself is gone: the entry keeps its last ones, out of sight. */
  readonly details: EntryDetails | undefined;
}

/** Makes this transaction the only writer of one board until it ends. */
export async function lockBoard(tx: Transaction, associationId: string): Promise<void> {
  const key = [tx.tenancy.municipalityId, associationId];
  const lock = () =>
    tx.query('SELECT 1 FROM board_area WHERE municipality_id = $1 AND association_id = $2 FOR UPDATE', key);
  if ((await lock()).length > 0) return;
  await tx.query(
    'INSERT INTO board_area (municipality_id, association_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    key,
  );
  await lock();
}

export async function readEntry(
  tx: Transaction,
  associationId: string,
  helpRequestId: string,
): Promise<BoardEntryState | undefined> {
  const [row] = await tx.query<BoardEntryState>(
    `SELECT sequence::float8 AS sequence, version, visible FROM board_entry
      WHERE municipality_id = $1 AND association_id = $2 AND help_request_id = $3`,
    [tx.tenancy.municipalityId, associationId, helpRequestId],
  );
  return row;
}

/** Gives the entry the board's next sequence. The board must be locked. */
export async function writeEntry(
  tx: Transaction,
  associationId: string,
  helpRequestId: string,
  next: NextEntry,
): Promise<BoardEntryState> {
  const key = [tx.tenancy.municipalityId, associationId, helpRequestId, next.version, next.visible];
  const rows = next.details ? await upsert(tx, key, next.details) : await hide(tx, key);
  const [row] = rows;
  if (!row) throw new Error('The board was not locked');
  return { sequence: row.sequence, version: next.version, visible: next.visible };
}

const nextSequence = `next AS (
  UPDATE board_area SET sequence = sequence + 1
   WHERE municipality_id = $1 AND association_id = $2 RETURNING sequence
)`;

function upsert(tx: Transaction, key: readonly unknown[], details: EntryDetails): Promise<{ sequence: number }[]> {
  const { category, urgency, day, dayPart, expectedMinutes, cellCode, status } = details;
  return tx.query(
    `WITH ${nextSequence}
     INSERT INTO board_entry (municipality_id, association_id, help_request_id, version, visible, sequence,
                              category, urgency, day, day_part, expected_minutes, cell_code, status)
     SELECT $1, $2, $3, $4, $5, next.sequence, $6, $7, $8, $9, $10, $11, $12 FROM next
     ON CONFLICT (municipality_id, association_id, help_request_id) DO UPDATE SET
       sequence = excluded.sequence, version = excluded.version, visible = excluded.visible,
       category = excluded.category, urgency = excluded.urgency, day = excluded.day, day_part = excluded.day_part,
       expected_minutes = excluded.expected_minutes, cell_code = excluded.cell_code, status = excluded.status
     RETURNING sequence::float8 AS sequence`,
    [...key, category, urgency, day, dayPart, expectedMinutes, cellCode, status],
  );
}

function hide(tx: Transaction, key: readonly unknown[]): Promise<{ sequence: number }[]> {
  return tx.query(
    `WITH ${nextSequence}, hidden AS (
       UPDATE board_entry SET sequence = next.sequence, version = $4, visible = $5 FROM next
        WHERE municipality_id = $1 AND association_id = $2 AND help_request_id = $3
     ) SELECT sequence::float8 AS sequence FROM next`,
    key,
  );
}
