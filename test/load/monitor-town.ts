import pg from 'pg';
import { ParticipationAdministration } from '@app/features/participation/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { factsOfPeople, factsOfQuestions, factsOfRequests, numbersOf } from './monitor-facts.js';

const districtCount = 30;
const organisationsInDistrict = 4;

export interface MonitorTown {
  readonly municipalityId: string;
  readonly code: string;
  readonly organisationId: string;
  readonly people: number;
  readonly facts: number;
  readonly figures: number;
  /** Seconds that the database took to make the people and what they did. */
  readonly madeIn: number;
  /** Seconds that the product took to make all figures anew from that. */
  readonly rebuiltIn: number;
  /** Some of the people. */
  readonly personIds: readonly string[];
  /** The same people by the made-up id of their history. */
  readonly historyIds: readonly string[];
}

/**
 * Adds a municipality in which so many people took part for five years. The database makes their rows and facts by itself;
 * the figures are made from the facts by the product, as it does after a change of the rules.
 *
 * @param superuserUrl of the database; a million rows are not asked one by one whether their municipality exists
 */
export async function addMonitorTown(
  superuserUrl: string,
  work: UnitOfWork,
  code: string,
  people: number,
): Promise<MonitorTown> {
  const municipalityId = newId();
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '512MB'`);
    await addPlaces(client, municipalityId, code);
    const madeIn = await secondsOf(() => addPeople(client, municipalityId, people));
    let rebuilt = { facts: 0, figures: 0 };
    const administration = new ParticipationAdministration(work);
    const rebuiltIn = await secondsOf(async () => {
      rebuilt = await administration.rebuild(municipalityId);
    });
    await client.query('ANALYZE person, participation_subject, participation_fact, participation_figure');
    return { ...rebuilt, ...(await someOf(client, municipalityId)), municipalityId, code, people, madeIn, rebuiltIn };
  } finally {
    await client.end();
  }
}

async function addPlaces(client: pg.Client, municipalityId: string, code: string): Promise<void> {
  await client.query(`INSERT INTO municipality (id, code, name) VALUES ($1, $2, 'Voorbeeldstad')`, [
    municipalityId,
    code,
  ]);
  const districts = Array.from(
    { length: districtCount },
    (_, at) => `WK${code.slice(2)}${String(at).padStart(2, '0')}`,
  );
  await client.query(
    `INSERT INTO district (code, municipality_id, name) SELECT c, $1, 'Wijk ' || c FROM unnest($2::text[]) AS d(c)`,
    [municipalityId, districts],
  );
  const ids = Array.from({ length: districtCount * organisationsInDistrict }, () => newId());
  await client.query(
    `INSERT INTO association (municipality_id, id, kind, name, is_example, moderation_mode, policy_preset, policy_tempo)
     SELECT $1, id, 'association', 'Vereniging ' || id, true, 'after', 'balanced', 'standard' FROM unnest($2::uuid[]) AS a(id)`,
    [municipalityId, ids],
  );
  await client.query(
    `CREATE TEMP TABLE place AS SELECT row_number() OVER () - 1 AS number, district, organisation
       FROM unnest($1::text[], $2::text[]) AS p(district, organisation)`,
    [ids.map((_, at) => districts[Math.floor(at / organisationsInDistrict)]), ids],
  );
}

async function addPeople(client: pg.Client, municipalityId: string, people: number): Promise<void> {
  for (const statement of numbersOf(people)) await client.query(statement);
  await client.query(
    `INSERT INTO person (municipality_id, id, status, language, created_at)
     SELECT $1, person_id, 'active', 'nl', since FROM somebody ORDER BY person_id`,
    [municipalityId],
  );
  await client.query(
    `INSERT INTO participation_subject (municipality_id, person_id, history_id)
     SELECT $1, person_id, history_id FROM somebody ORDER BY person_id`,
    [municipalityId],
  );
  for (const facts of [factsOfPeople, factsOfRequests, factsOfQuestions]) {
    await client.query(
      `INSERT INTO participation_fact (municipality_id, id, history_id, kind, at, day, district_code, organisation_id, code, detail, amount)
       SELECT $1, gen_random_uuid(), history_id, kind, at, (at AT TIME ZONE 'Europe/Amsterdam')::date,
              district, organisation, code, detail, 1
         FROM (${facts}) AS told ORDER BY history_id`,
      [municipalityId],
    );
  }
}

async function someOf(
  client: pg.Client,
  municipalityId: string,
): Promise<Pick<MonitorTown, 'organisationId' | 'personIds' | 'historyIds'>> {
  const { rows } = await client.query<{ personId: string; historyId: string }>(
    `SELECT person_id AS "personId", history_id AS "historyId" FROM participation_subject
      WHERE municipality_id = $1 ORDER BY person_id LIMIT 100`,
    [municipalityId],
  );
  const { rows: places } = await client.query<{ organisation: string }>('SELECT organisation FROM place LIMIT 1');
  return {
    organisationId: places[0]?.organisation ?? '',
    personIds: rows.map(({ personId }) => personId),
    historyIds: rows.map(({ historyId }) => historyId),
  };
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round((performance.now() - began) / 100) / 10;
}
