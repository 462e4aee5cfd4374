import type { Transaction } from '@app/platform/database/unit-of-work.js';

export type Row = Readonly<
  Record<string, string | number | boolean | null | Buffer | Date | readonly string[] | readonly number[]>
>;

/** Inserts many rows in one statement. All rows have the same columns; an empty list inserts nothing. */
export async function insertRows(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows.map(toJson))],
  );
}

function toJson(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
}
