import { mergeIntoCells } from '@app/domain/kernel/cells.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ImportFault } from './import-fault.js';
import type { ImportedNeighbourhood } from './neighbourhoods-file.js';
import { movePlaces } from './move-places.js';
import { covers } from './rings.js';

interface Known {
  readonly code: string;
  readonly name: string;
  readonly dwellings: number;
  readonly districtName: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** What an import changed. */
export interface NeighbourhoodsReport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
  /** Codes that are gone, each with the one that has its place now. */
  readonly replaced: readonly { readonly from: string; readonly to: string }[];
}

type Sized = ImportedNeighbourhood & { readonly dwellings: number; readonly districtName: string };

/**
 * Makes the neighbourhoods of a municipality those of a file. A code that is gone gives its place to the one that
 * covers its middle: areas of associations, homes and requests go along, so nothing is lost. Doing it twice changes nothing.
 * @throws ImportFault when a code that is in use has no successor; then nothing was changed
 */
export async function importNeighbourhoods(
  tx: Transaction,
  given: readonly ImportedNeighbourhood[],
): Promise<NeighbourhoodsReport> {
  const { municipalityId } = tx.tenancy;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [municipalityId]);
  const known = await tx.query<Known>(
    `SELECT n.code, n.name, n.dwellings, d.name AS "districtName", n.longitude, n.latitude
       FROM neighbourhood n JOIN district d ON d.code = n.district_code WHERE n.municipality_id = $1 ORDER BY n.code`,
    [municipalityId],
  );
  const before = new Map(known.map((one) => [one.code, one]));
  const neighbourhoods = given.map((one) => sized(one, before.get(one.code)));
  const replaced = successors(known, neighbourhoods);
  await writeDistricts(tx, neighbourhoods);
  const cellOf = await writeCells(tx, neighbourhoods);
  const changed = await writeNeighbourhoods(tx, neighbourhoods, cellOf);
  await movePlaces(tx, replaced);
  return {
    added: neighbourhoods.filter(({ code }) => !before.has(code)).map(({ code }) => code),
    changed: changed.filter((code) => before.has(code)),
    unchanged: neighbourhoods.length - changed.length,
    replaced,
  };
}

/** What a file does not tell stays as it was known. */
function sized(one: ImportedNeighbourhood, known: Known | undefined): Sized {
  return {
    ...one,
    // A neighbourhood of unknown size counts as empty: the board then shows it only together with others.
    dwellings: one.dwellings ?? known?.dwellings ?? 0,
    districtName: one.districtName ?? known?.districtName ?? `Wijk ${one.districtCode.slice(-2)}`,
  };
}

function successors(known: readonly Known[], neighbourhoods: readonly Sized[]): { from: string; to: string }[] {
  const kept = new Set(neighbourhoods.map(({ code }) => code));
  const gone = known.filter(({ code }) => !kept.has(code));
  const lost: string[] = [];
  const replaced = gone.flatMap(({ code, name, longitude, latitude }) => {
    const to = neighbourhoods.find(({ outline }) => covers(outline, [longitude, latitude]));
    if (!to) lost.push(`${code} ${name}: ontbreekt, en in het bestand ligt niets op die plek.`);
    return to ? [{ from: code, to: to.code }] : [];
  });
  if (lost.length > 0) throw new ImportFault([...lost, 'Kies het bestand van de hele gemeente.']);
  return replaced;
}

async function writeDistricts(tx: Transaction, neighbourhoods: readonly Sized[]): Promise<void> {
  const districts = new Map(neighbourhoods.map(({ districtCode, districtName }) => [districtCode, districtName]));
  await upsertNames(tx, 'district', districts);
}

/** Cells anew, of at least fifty dwellings each. @returns the cell of each neighbourhood */
async function writeCells(tx: Transaction, neighbourhoods: readonly Sized[]): Promise<ReadonlyMap<string, string>> {
  const cells = mergeIntoCells(
    neighbourhoods.map(({ code, name, districtCode, dwellings, middle: [lon, lat] }) => {
      return { code, name, districtCode, dwellings, lon, lat };
    }),
  );
  await upsertNames(tx, 'cell', new Map(cells.map(({ cellCode, cellName }) => [cellCode, cellName])));
  return new Map(
    cells.flatMap(({ cellCode, neighbourhoodCodes }) => neighbourhoodCodes.map((code) => [code, cellCode])),
  );
}

async function upsertNames(tx: Transaction, table: 'district' | 'cell', named: ReadonlyMap<string, string>) {
  await tx.query(
    `INSERT INTO ${table} (municipality_id, code, name)
     SELECT $1, code, name FROM unnest($2::text[], $3::text[]) AS given(code, name)
     ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name WHERE ${table}.name <> EXCLUDED.name`,
    [tx.tenancy.municipalityId, [...named.keys()], [...named.values()]],
  );
}

/** @returns the codes of those that were new or different */
async function writeNeighbourhoods(
  tx: Transaction,
  neighbourhoods: readonly Sized[],
  cellOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `INSERT INTO neighbourhood AS n (municipality_id, code, name, district_code, cell_code, dwellings, longitude, latitude, outline)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::float8[], $8::float8[], $9::jsonb[])
     ON CONFLICT (code) DO UPDATE
       SET name = EXCLUDED.name, district_code = EXCLUDED.district_code, cell_code = EXCLUDED.cell_code,
           dwellings = EXCLUDED.dwellings, longitude = EXCLUDED.longitude, latitude = EXCLUDED.latitude,
           outline = EXCLUDED.outline
       WHERE (n.name, n.district_code, n.cell_code, n.dwellings, n.longitude, n.latitude, n.outline)
             IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.district_code, EXCLUDED.cell_code, EXCLUDED.dwellings,
                               EXCLUDED.longitude, EXCLUDED.latitude, EXCLUDED.outline)
     RETURNING code`,
    [
      tx.tenancy.municipalityId,
      neighbourhoods.map(({ code }) => code),
      neighbourhoods.map(({ name }) => name),
      neighbourhoods.map(({ districtCode }) => districtCode),
      neighbourhoods.map(({ code }) => cellOf.get(code)),
      neighbourhoods.map(({ dwellings }) => dwellings),
      neighbourhoods.map(({ middle }) => middle[0]),
      neighbourhoods.map(({ middle }) => middle[1]),
      neighbourhoods.map(({ outline }) => JSON.stringify(outline)),
    ],
  );
  return rows.map(({ code }) => code);
}
