import { mergeIntoCells } from '@app/domain/kernel/cells.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Districts } from './districts-file.js';

/**
 * Stores the districts and neighbourhoods of a municipality that has none yet, with the cells the board shows.
 * @returns how many neighbourhoods were stored; 0 when there were some already, which stay as they are
 */
export async function importDistricts(tx: Transaction, districts: Districts): Promise<number> {
  const { municipalityId } = tx.tenancy;
  const present = await tx.query('SELECT 1 FROM neighbourhood WHERE municipality_id = $1 LIMIT 1', [municipalityId]);
  if (present.length > 0) return 0;
  const neighbourhoods = districts.flatMap((district) =>
    district.neighbourhoods.map((neighbourhood) => ({ ...neighbourhood, districtCode: district.code })),
  );
  const cells = mergeIntoCells(
    neighbourhoods.map(({ longitude, latitude, ...rest }) => ({ ...rest, lon: longitude, lat: latitude })),
  );
  await insertNames(tx, 'district', districts);
  await insertNames(
    tx,
    'cell',
    cells.map(({ cellCode, cellName }) => ({ code: cellCode, name: cellName })),
  );
  const cellOf = new Map(cells.flatMap((cell) => cell.neighbourhoodCodes.map((code) => [code, cell.cellCode])));
  for (const { code, name, districtCode, dwellings, longitude, latitude } of neighbourhoods) {
    await tx.query(
      `INSERT INTO neighbourhood (municipality_id, code, name, district_code, cell_code, dwellings, longitude, latitude)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [municipalityId, code, name, districtCode, cellOf.get(code), dwellings, longitude, latitude],
    );
  }
  return neighbourhoods.length;
}

async function insertNames(
  tx: Transaction,
  table: 'district' | 'cell',
  named: readonly { readonly code: string; readonly name: string }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ${table} (municipality_id, code, name)
     SELECT $1, code, name FROM unnest($2::text[], $3::text[]) AS given(code, name)`,
    [tx.tenancy.municipalityId, named.map(({ code }) => code), named.map(({ name }) => name)],
  );
}
