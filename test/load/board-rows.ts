import pg from 'pg';
import { newId } from '@app/platform/crypto/new-id.js';
import type { GeneratedTown } from './generated-town.js';

/** Puts open requests on one board, as the projection would have. */
export async function fillBoard(
  ownerUrl: string,
  town: GeneratedTown,
  associationId: string,
  count: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('INSERT INTO board_area (municipality_id, association_id, sequence) VALUES ($1, $2, $3)', [
      town.municipalityId,
      associationId,
      count,
    ]);
    await client.query(
      `INSERT INTO board_entry (municipality_id, association_id, help_request_id, sequence, version, visible, category,
                                urgency, day, day_part, expected_minutes, cell_code, status)
       SELECT $1, $2, id, at, 1, true, 'groceries', CASE WHEN at % 3 = 0 THEN 'acute' ELSE 'planned' END,
              date '2027-03-02' + (at % 5)::int, 'afternoon', 30, ($4::text[])[1 + (at - 1) % cardinality($4::text[])], 'open'
         FROM unnest($3::uuid[]) WITH ORDINALITY AS r(id, at)`,
      [town.municipalityId, associationId, Array.from({ length: count }, () => newId()), town.neighbourhoodCodes],
    );
  } finally {
    await client.end();
  }
}
