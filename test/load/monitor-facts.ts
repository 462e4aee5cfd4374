/**
 * Five years of what people did, made by the database itself from numbers that look random and are the same each time. A town
 * is made in this order: the places (a table `place`), the people (`somebody`), then what they did.
 */

/** A number from 0 to 1, of this person and for this purpose. */
const roll = (purpose: number, of = 'n'): string =>
  `((hashint8extended(${of}, ${purpose}) & 1073741823)::float8 / 1073741824)`;
const [firstDay, lastDay] = [`timestamptz '2022-01-01 12:00Z'`, `timestamptz '2026-12-30 12:00Z'`];
const between = (from: string, dice: string): string => `${from} + (${lastDay} - ${from}) * ${dice}`;
const placeOf = (dice: string): string =>
  `JOIN place ON place.number = floor(${dice} * (SELECT count(*) FROM place))::bigint`;

/** Everybody who took part, where they live, and since when. */
export function numbersOf(people: number): readonly string[] {
  return [
    `CREATE TEMP TABLE somebody AS
     SELECT n, gen_random_uuid() AS person_id, gen_random_uuid() AS history_id, district, organisation,
            ${between(firstDay, roll(1))} AS since, floor(${roll(2)} ^ 2 * 6)::int AS asks
       FROM generate_series(1, ${people}) AS s(n) ${placeOf(roll(3))}`,
    `CREATE TEMP TABLE asked AS
     SELECT s.n, s.history_id, s.district, s.organisation, ${between('since', roll(4, 's.n * 8 + k'))} AS at,
            ${roll(5, 's.n * 8 + k')} AS answer
       FROM somebody s, generate_series(1, s.asks) AS k`,
    `CREATE TEMP TABLE request AS
     SELECT n, gen_random_uuid() AS history_id, district, organisation, ${between(firstDay, roll(11))} AS opened,
            ${roll(12)} AS ending, ${roll(13)} AS wait
       FROM generate_series(1, ${Math.ceil(people / 4)}) AS s(n) ${placeOf(roll(14))}`,
    'ANALYZE somebody; ANALYZE asked; ANALYZE request',
  ];
}

/** Who joined, was willing, was asked, helped, rests or left. */
export const factsOfPeople = `
  SELECT history_id, district, organisation, kind, at, code, detail
    FROM somebody s CROSS JOIN LATERAL (VALUES
      ('joined', since - interval '1 hour', '', '', true),
      ('willing', since, CASE WHEN ${roll(6)} < 0.34 THEN 'already' ELSE 'not-yet' END, '', true),
      ('paused', since + interval '1 day', to_char(since + interval '150 days', 'YYYY-MM-DD'), '', ${roll(7)} < 0.05),
      ('left', ${lastDay}, '', '', ${roll(8)} < 0.04)
    ) AS told(kind, at, code, detail, happened) WHERE happened
  UNION ALL
  SELECT history_id, district, organisation, 'asked', at, '', '' FROM asked
  UNION ALL
  SELECT history_id, district, organisation, 'helped', at + interval '3 hours', 'yes', gen_random_uuid()::text
    FROM asked WHERE answer < 0.35`;

/** A request for every fourth person: six neighbours asked, and of ten seven helped. */
export const factsOfRequests = `
  SELECT history_id, district, organisation, kind, at, code, detail
    FROM request r CROSS JOIN LATERAL (VALUES
      ('case-opened', opened, CASE WHEN ${roll(15)} < 0.3 THEN 'acute' ELSE 'planned' END,
        (ARRAY['ride', 'groceries', 'company', 'walk-dog'])[1 + floor(${roll(16)} * 4)::int], true),
      ('case-yes', opened + wait * wait * interval '4 days', '', '', ending < 0.75),
      ('case-ended', opened + interval '5 days',
        CASE WHEN ending < 0.7 THEN 'helped' WHEN ending < 0.8 THEN 'not-helped' WHEN ending < 0.9 THEN 'expired-unfilled'
             ELSE 'cancelled' END, '', ending < 0.98)
    ) AS told(kind, at, code, detail, happened) WHERE happened
  UNION ALL
  SELECT history_id, district, organisation, told.kind, opened + k * interval '20 minutes', '', ''
    FROM request r, generate_series(1, 6) AS k,
         LATERAL (VALUES ('case-asked', true), ('case-no', ${roll(17, 'r.n * 8 + k')} < 0.5)) AS told(kind, happened)
   WHERE happened`;

/** A question to the desk for every fiftieth request, nearly all of them answered. */
export const factsOfQuestions = `
  SELECT md5('question' || history_id)::uuid AS history_id, '' AS district, '' AS organisation, kind, at, code, detail
    FROM request r CROSS JOIN LATERAL (VALUES
      ('question-asked', opened, '', '', true),
      ('question-moved', opened + interval '1 hour', 'welfare', '', ${roll(18)} < 0.25),
      ('question-ended', opened + wait * interval '9 days', 'answered',
        (ARRAY['finding-the-way', 'how-it-feels', 'neighbours', 'technology'])[1 + floor(${roll(19)} * 4)::int], ${roll(20)} < 0.9)
    ) AS told(kind, at, code, detail, happened) WHERE happened AND n % 50 = 0`;
