import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { categories } from '@app/contracts/http/vocabulary.js';
import { GeneratedPeople, type GeneratedPerson } from './generated-people.js';

/** How large a town to make. Everybody is invented: numbered names, addresses under `.invalid`. */
export interface TownSize {
  readonly neighbours: number;
  readonly askers: number;
  /** How many of the neighbours have a session; askers all have one. */
  readonly signedInNeighbours?: number;
  /** How long asks of one week a neighbour takes; high, where budgets must not decide. */
  readonly weeklyAskBudget?: number;
}

export interface GeneratedTown {
  readonly municipalityId: string;
  readonly neighbourhoodCodes: readonly string[];
  /** Organisation that looks after each neighbourhood, in the same order. */
  readonly organisationIds: readonly string[];
  readonly neighbours: readonly GeneratedPerson[];
  readonly askers: readonly GeneratedPerson[];
}

/** A Tuesday at 14:00 in the Netherlands: nobody rests, no clock changes that week. */
export const tuesdayAfternoon = Date.parse('2027-03-02T13:00:00Z');

const neighbourhoodCount = 28;
const districtCount = 4;

/** Sets the product clock of a database. */
export async function setClock(ownerUrl: string, instant: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('UPDATE app_clock SET shift = $1::timestamptz - clock_timestamp()', [new Date(instant)]);
    await client.query(`NOTIFY clock`);
  } finally {
    await client.end();
  }
}

/** Fills an empty, migrated database with one municipality of generated people. */
export async function generateTown(ownerUrl: string, encryptionKey: Buffer, size: TownSize): Promise<GeneratedTown> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const municipalityId = newId();
    await client.query(
      `SELECT set_config('app.scope', 'system', false), set_config('app.municipality_id', $1, false)`,
      [municipalityId],
    );
    await client.query(`INSERT INTO municipality (id, code, name) VALUES ($1, 'GM9001', 'Voorbeeldstad')`, [
      municipalityId,
    ]);
    const neighbourhoodCodes = await addPlaces(client, municipalityId);
    const people = new GeneratedPeople(client, municipalityId, new KeyRing(encryptionKey));
    const organisationIds = await addOrganisations(client, people, municipalityId, neighbourhoodCodes);
    const neighbours = await people.add('buur', size.neighbours, size.signedInNeighbours ?? 0);
    await addProfiles(client, municipalityId, neighbours, neighbourhoodCodes, size.weeklyAskBudget ?? 14);
    const askers = await people.add('vrager', size.askers, size.askers);
    await client.query('ANALYZE');
    return { municipalityId, neighbourhoodCodes, organisationIds, neighbours, askers };
  } finally {
    await client.end();
  }
}

async function addPlaces(client: pg.Client, municipalityId: string): Promise<string[]> {
  const codes = Array.from({ length: neighbourhoodCount }, (_, index) => `BU9001${String(index).padStart(4, '0')}`);
  const districts = Array.from({ length: districtCount }, (_, index) => `WK90010${index}`);
  await client.query(
    `INSERT INTO district (code, municipality_id, name) SELECT code, $1, 'Wijk ' || code FROM unnest($2::text[]) AS d(code)`,
    [municipalityId, districts],
  );
  await client.query(
    `INSERT INTO cell (code, municipality_id, name) SELECT code, $1, 'Buurt ' || code FROM unnest($2::text[]) AS c(code)`,
    [municipalityId, codes],
  );
  await client.query(
    `INSERT INTO neighbourhood (code, municipality_id, district_code, cell_code, name, dwellings, longitude, latitude)
     SELECT code, $1, ($3::text[])[1 + (at - 1) % ${districtCount}], code, 'Buurt ' || code, 450,
            5.40 + 0.008 * (at % 7), 52.10 + 0.006 * (at / 7)
       FROM unnest($2::text[]) WITH ORDINALITY AS n(code, at)`,
    [municipalityId, codes, districts],
  );
  return codes;
}

/** Two associations that share most neighbourhoods, and a desk for the rest; each with somebody to call. */
async function addOrganisations(
  client: pg.Client,
  people: GeneratedPeople,
  municipalityId: string,
  codes: readonly string[],
): Promise<string[]> {
  const [north, south, desk] = [newId(), newId(), newId()];
  const contacts = await people.add('coordinator', 3, 3);
  const ids = [north, south, desk];
  await client.query(
    `INSERT INTO association (municipality_id, id, kind, name, contact_person_id)
     SELECT $1, id, kind, name, contact FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) AS a(id, kind, name, contact)`,
    [
      municipalityId,
      ids,
      ['association', 'association', 'desk'],
      ['Noord', 'Zuid', 'Loket'],
      contacts.map(({ personId }) => personId),
    ],
  );
  await client.query(
    `INSERT INTO membership (municipality_id, id, person_id, association_id, role, created_at)
     SELECT $1, id, person, association, role, app_now()
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS m(id, person, association, role)`,
    [
      municipalityId,
      ids.map(() => randomUUID()),
      contacts.map(({ personId }) => personId),
      ids,
      ['coordinator', 'coordinator', 'desk'],
    ],
  );
  const organisationIds = codes.map((_, index) => ids[index < 12 ? 0 : index < 24 ? 1 : 2] ?? desk);
  const covered = codes.flatMap((code, index) =>
    organisationIds[index] === desk ? [] : [[code, organisationIds[index]]],
  );
  await client.query(
    `INSERT INTO association_area (neighbourhood_code, municipality_id, association_id)
     SELECT code, $1, association FROM unnest($2::text[], $3::uuid[]) AS a(code, association)`,
    [municipalityId, covered.map(([code]) => code), covered.map(([, association]) => association)],
  );
  return organisationIds;
}

/** Spread evenly over buurten; three kinds of help each; most stay near home. */
async function addProfiles(
  client: pg.Client,
  municipalityId: string,
  neighbours: readonly GeneratedPerson[],
  codes: readonly string[],
  budget: number,
): Promise<void> {
  const ids = neighbours.map(({ personId }) => personId);
  await client.query(
    `INSERT INTO helper_profile (municipality_id, person_id, neighbourhood_code, max_distance, weekly_ask_budget,
       quiet_from_minute, quiet_until_minute, accepts_acute, willing_since)
     SELECT $1, id, ($3::text[])[1 + (at - 1) % cardinality($3::text[])],
            CASE WHEN at % 10 < 6 THEN 'own-neighbourhood' WHEN at % 10 < 9 THEN 'district' ELSE 'municipality' END,
            $4, 1260, 480, true, app_now() - interval '90 days'
       FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, at)`,
    [municipalityId, ids, codes, budget],
  );
  await client.query(
    `INSERT INTO helper_category (municipality_id, person_id, category)
     SELECT $1, id, ($3::text[])[1 + (at / 28 + step * 4) % cardinality($3::text[])]
       FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, at), generate_series(0, 2) AS step`,
    [municipalityId, ids, categories],
  );
  await client.query('INSERT INTO helper_load (municipality_id, person_id) SELECT $1, unnest($2::uuid[])', [
    municipalityId,
    ids,
  ]);
}
