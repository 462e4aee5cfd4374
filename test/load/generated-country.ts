import pg from 'pg';
import { categories } from '@app/contracts/http/vocabulary.js';

/** People registered in each municipality, however many municipalities there are: equal density, more land. */
export const peopleAMunicipality = 2_500;
export const openRequestsAMunicipality = 24;

const neighbourhoods = 28;
const districts = 4;
/** Everybody's id begins with the moment of registering, as the application's ids do. */
const idOf = (kind: string, number: string): string =>
  `(lpad(to_hex(1730000000000 + ${number}), 12, '0') || '7' || substr(md5('${kind}' || ${number}), 1, 3) || '8' || substr(md5('${kind}' || ${number}), 4, 15))::uuid`;
/** A number from 0 up to and without `below`, the same each time for the same row. */
const chance = (of: string, salt: string, below: number): string =>
  `(('x' || substr(md5('${salt}' || ${of}), 1, 7))::bit(28)::int % ${below})`;

const places = `
  INSERT INTO municipality (id, code, name)
    SELECT ${idOf('gemeente', 'm')}, 'GM' || lpad(m::text, 5, '0'), 'Gemeente ' || m FROM generate_series(0, $1::int - 1) AS m;
  INSERT INTO district (code, municipality_id, name)
    SELECT 'WK' || lpad(m::text, 5, '0') || d, ${idOf('gemeente', 'm')}, 'Wijk ' || d
      FROM generate_series(0, $1::int - 1) AS m, generate_series(0, ${districts - 1}) AS d;
  INSERT INTO cell (code, municipality_id, name)
    SELECT 'BU' || lpad(m::text, 5, '0') || lpad(n::text, 2, '0'), ${idOf('gemeente', 'm')}, 'Buurt ' || n
      FROM generate_series(0, $1::int - 1) AS m, generate_series(0, ${neighbourhoods - 1}) AS n;
  INSERT INTO neighbourhood (code, municipality_id, district_code, cell_code, name, dwellings, longitude, latitude)
    SELECT c.code, c.municipality_id, 'WK' || substr(c.code, 3, 5) || (n % ${districts}), c.code, c.name, 450,
           5.40 + 0.008 * (n % 7), 52.10 + 0.006 * (n / 7)
      FROM cell c, LATERAL (SELECT right(c.code, 2)::int AS n) AS number;
  INSERT INTO association (municipality_id, id, kind, name) SELECT id, id, 'desk', 'Loket' FROM municipality`;

const people = `
  CREATE UNLOGGED TABLE made AS
    SELECT i, ${idOf('gemeente', '(i % $1::int)')} AS municipality_id, ${idOf('persoon', 'i')} AS id,
           'BU' || lpad((i % $1::int)::text, 5, '0') || lpad(${chance('i', 'buurt', neighbourhoods)}::text, 2, '0') AS code,
           ${chance('i', 'afstand', 10)} AS reach, ${chance('i', 'budget', 100)} AS used
      FROM generate_series(0, $1::int * ${peopleAMunicipality} - 1) AS i;
  INSERT INTO person (municipality_id, id, status, created_at)
    SELECT municipality_id, id, 'active', app_now() - interval '60 days' FROM made;
  INSERT INTO helper_profile (municipality_id, person_id, neighbourhood_code, max_distance, weekly_ask_budget,
         quiet_from_minute, quiet_until_minute, accepts_acute, paused_until, trust, willing_since)
    SELECT municipality_id, id, code,
           CASE WHEN reach < 6 THEN 'own-neighbourhood' WHEN reach < 9 THEN 'district' ELSE 'municipality' END,
           2, 1260, 480, ${chance('i', 'acuut', 10)} < 7,
           CASE WHEN ${chance('i', 'pauze', 100)} < 3 THEN app_now() + interval '9 days' END,
           CASE WHEN ${chance('i', 'bekend', 10)} < 2 THEN 'vouched' ELSE 'none' END, app_now() - interval '60 days'
      FROM made;
  INSERT INTO helper_availability (municipality_id, person_id, day, from_minute, until_minute)
    SELECT municipality_id, id, day, 540 + 180 * (day % 3), 900 + 180 * (day % 3)
      FROM made, generate_series(1, 5) AS day WHERE ${chance('i', 'uren', 10)} < 3;
  INSERT INTO helper_load (municipality_id, person_id, recent_ask_times, asks_total, fatigue, fatigue_at, helps_completed)
    SELECT municipality_id, id,
           CASE WHEN used < 10 THEN ARRAY[app_now() - interval '4 days', app_now() - interval '1 day']
                WHEN used < 40 THEN ARRAY[app_now() - interval '2 days'] ELSE '{}' END,
           ${chance('i', 'gevraagd', 9)}, ${chance('i', 'moe', 20)} / 10.0, app_now() - interval '2 days',
           CASE WHEN ${chance('i', 'hielp', 100)} < 34 THEN 2 ELSE 0 END
      FROM made`;

const whatTheyOffer = `
  INSERT INTO helper_category (municipality_id, person_id, category, reach, area_code)
    SELECT p.municipality_id, p.person_id, ($1::text[])[1 + (i / 28 + step * 4) % cardinality($1::text[])],
           p.max_distance, CASE p.max_distance WHEN 'district' THEN n.district_code ELSE n.code END
      FROM made JOIN helper_profile p ON p.municipality_id = made.municipality_id AND p.person_id = made.id
      JOIN neighbourhood n ON n.code = p.neighbourhood_code, generate_series(0, 2) AS step`;

const requests = `
  INSERT INTO help_request (municipality_id, id, association_id, neighbourhood_code, asker_id, posted_by_id, category,
         urgency, status, version, window_from, window_until, expected_minutes, helpers_needed, required_trust,
         auto_confirm, posted_at, opened_at)
    SELECT municipality_id, id, municipality_id, code, id, id, 'groceries', 'planned',
           CASE WHEN i % 3 = 0 THEN 'matched' ELSE 'open' END, 1, app_now() + interval '24 hours',
           app_now() + interval '27 hours', 30, 1, 'none', false, app_now() - interval '1 hour', app_now() - interval '1 hour'
      FROM made WHERE i / $1::int < ${openRequestsAMunicipality};
  INSERT INTO acceptance (municipality_id, id, help_request_id, association_id, asker_id, person_id, trust, status, seat, since)
    SELECT made.municipality_id, made.id, r.id, made.municipality_id, r.id, made.id, 'none', 'accepted', 1, app_now()
      FROM made JOIN made r ON r.i = made.i - 100 * $1::int
     WHERE r.i / $1::int < ${openRequestsAMunicipality} AND r.i % 3 = 0;
  INSERT INTO ask (municipality_id, id, help_request_id, association_id, person_id, round, status, probability, reasons,
         policy_version, created_at, expires_at)
    SELECT made.municipality_id, gen_random_uuid(), r.id, made.municipality_id, made.id, 0, 'pending', 0.1, '{}', 'generated',
           app_now() - interval '30 minutes', app_now() + interval '27 hours'
      FROM made JOIN made r ON r.i % $1::int = made.i % $1::int AND r.i / $1::int = (made.i / $1::int) % 300
     WHERE r.i / $1::int < ${openRequestsAMunicipality};
  UPDATE helper_load l SET asking = true FROM help_request r
   WHERE r.municipality_id = l.municipality_id AND r.asker_id = l.person_id;
  UPDATE helper_load l SET agreement_ends = ARRAY[app_now() + interval '27 hours'] FROM acceptance a
   WHERE a.municipality_id = l.municipality_id AND a.person_id = l.person_id`;

/**
 * Fills an empty, migrated database with municipalities of equal size, in statements that work on all of them at once:
 * a million people take minutes, not hours. Nobody has a name, nothing can be opened.
 */
export async function generateCountry(superuserUrl: string, municipalities: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // References hold by how the rows are made; checking each of millions is most of the time.
    await client.query('SET session_replication_role = replica');
    const work: readonly (readonly [script: string, parameter: unknown])[] = [
      [places, municipalities],
      [people, municipalities],
      [whatTheyOffer, categories],
      [requests, municipalities],
    ];
    for (const [script, parameter] of work) {
      for (const statement of script.split(';')) {
        await client.query(statement, statement.includes('$1') ? [parameter] : []);
      }
    }
    await client.query('DROP TABLE made');
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}
