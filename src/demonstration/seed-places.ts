import { mergeIntoCells } from '@app/domain/kernel/cells.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { insertRows } from './insert-rows.js';
import { districts } from './leusden/districts.js';
import { inhabitedNeighbourhoods } from './leusden/inhabited.js';
import { examplePostcodes } from './leusden/postcodes.js';
import { organisations } from './leusden/organisations.js';

/** Ids of the organisations that were made, by their key. */
export type OrganisationIds = ReadonlyMap<string, string>;

/** Leusden itself: wijken, buurten, cells, and who looks after which. */
export async function seedPlaces(tx: Transaction): Promise<OrganisationIds> {
  const { municipalityId } = tx.tenancy;
  const cells = mergeIntoCells(
    inhabitedNeighbourhoods.map(({ code, name, districtCode, dwellings, longitude, latitude }) => {
      return { code, name, districtCode, dwellings, lon: longitude, lat: latitude };
    }),
  );
  const cellOf = new Map(
    cells.flatMap(({ cellCode, neighbourhoodCodes }) => neighbourhoodCodes.map((code) => [code, cellCode])),
  );
  await insertRows(tx, 'municipality', [
    { id: municipalityId, code: 'GM0327', name: 'Leusden', is_demonstration: true, time_zone: 'Europe/Amsterdam' },
  ]);
  await insertRows(
    tx,
    'district',
    districts.map(({ code, name }) => ({ code, municipality_id: municipalityId, name })),
  );
  await insertRows(
    tx,
    'cell',
    cells.map(({ cellCode, cellName }) => ({ code: cellCode, municipality_id: municipalityId, name: cellName })),
  );
  await insertRows(
    tx,
    'neighbourhood',
    inhabitedNeighbourhoods.map(({ code, name, districtCode, dwellings, longitude, latitude, tile: [q, r] }) => ({
      code,
      municipality_id: municipalityId,
      district_code: districtCode,
      cell_code: cellOf.get(code) ?? code,
      name,
      dwellings,
      longitude,
      latitude,
      tile_q: q,
      tile_r: r,
    })),
  );
  await seedPostcodes(tx);
  return seedOrganisations(tx);
}

async function seedPostcodes(tx: Transaction): Promise<void> {
  await insertRows(
    tx,
    'postcode_part',
    examplePostcodes.map(({ postcode, part, neighbourhoodCode, houseNumbers }) => ({
      municipality_id: tx.tenancy.municipalityId,
      postcode,
      part,
      neighbourhood_code: neighbourhoodCode,
      house_numbers: houseNumbers,
    })),
  );
}

async function seedOrganisations(tx: Transaction): Promise<OrganisationIds> {
  const { municipalityId } = tx.tenancy;
  const ids = new Map(organisations.map(({ key }) => [key, newId()]));
  const idOf = (key: string): string => ids.get(key) ?? '';
  await insertRows(
    tx,
    'association',
    organisations.map(({ key, kind, name, isExample }) => ({
      municipality_id: municipalityId,
      id: idOf(key),
      kind,
      name,
      is_example: isExample,
      moderation_mode: 'after',
      policy_preset: 'balanced',
      policy_tempo: 'standard',
    })),
  );
  await insertRows(
    tx,
    'association_area',
    organisations.flatMap(({ key, neighbourhoodCodes }) =>
      neighbourhoodCodes.map((code) => ({
        neighbourhood_code: code,
        municipality_id: municipalityId,
        association_id: idOf(key),
      })),
    ),
  );
  return ids;
}
