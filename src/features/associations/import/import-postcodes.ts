import type { Readable } from 'node:stream';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { readPostcodesFile } from './postcodes-file.js';

/** What an import of postcodes changed. */
export interface PostcodesReport {
  readonly postcodes: number;
  /** Postcodes through which a border runs, for which the house number is asked. */
  readonly split: number;
  readonly elsewhere: number;
  readonly changed: number;
}

/**
 * Makes the postcodes of a municipality those of a file. Doing it twice changes nothing.
 * @throws ImportFault when something in the file is wrong; then nothing was changed
 */
export async function importPostcodes(
  tx: Transaction,
  file: Readable,
  municipalityCode: string,
): Promise<PostcodesReport> {
  const { municipalityId } = tx.tenancy;
  const known = await tx.query<{ code: string }>('SELECT code FROM neighbourhood WHERE municipality_id = $1', [
    municipalityId,
  ]);
  const { parts, elsewhere } = await readPostcodesFile(file, municipalityCode, new Set(known.map(({ code }) => code)));
  const given = [municipalityId, JSON.stringify(parts)];
  const removed = await tx.query(
    `DELETE FROM postcode_part p WHERE municipality_id = $1 AND NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS g(postcode text, part smallint)
        WHERE g.postcode = p.postcode AND g.part = p.part) RETURNING 1`,
    given,
  );
  const written = await tx.query(
    `INSERT INTO postcode_part AS p (municipality_id, postcode, part, neighbourhood_code, house_numbers)
     SELECT $1, postcode, part, "neighbourhoodCode", "houseNumbers"
       FROM jsonb_to_recordset($2::jsonb)
         AS g(postcode text, part smallint, "neighbourhoodCode" text, "houseNumbers" integer[])
     ON CONFLICT (municipality_id, postcode, part) DO UPDATE
       SET neighbourhood_code = EXCLUDED.neighbourhood_code, house_numbers = EXCLUDED.house_numbers
       WHERE (p.neighbourhood_code, p.house_numbers) IS DISTINCT FROM (EXCLUDED.neighbourhood_code, EXCLUDED.house_numbers)
     RETURNING 1`,
    given,
  );
  const postcodes = new Set(parts.map(({ postcode }) => postcode)).size;
  const split = new Set(parts.filter(({ part }) => part > 0).map(({ postcode }) => postcode)).size;
  return { postcodes, split, elsewhere, changed: removed.length + written.length };
}
