import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the planner looks people up by, kept ready by the database itself, so that whoever writes cannot forget it:
 * how far a kind of help reaches, and what somebody is in the middle of.
 */
export class Candidates1763800005000 implements MigrationInterface {
  readonly name = 'Candidates1763800005000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(reach);
    await queryRunner.query(commitments);
    await queryRunner.query(indexes);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER helper_category_area ON helper_category;
      DROP TRIGGER helper_profile_area ON helper_profile;
      DROP TRIGGER helper_load_commitments ON helper_load;
      DROP TRIGGER acceptance_commitments ON acceptance;
      DROP TRIGGER help_request_commitments ON help_request;
      DROP FUNCTION set_category_area(), spread_profile_area(), set_commitments(), follow_acceptance(),
        follow_help_request(), count_commitments(uuid, uuid), is_asking(uuid, uuid), agreement_ends_of(uuid, uuid),
        area_of(text, text);
      DROP INDEX helper_profile_asking, person_not_active, helper_availability_person;
      CREATE INDEX helper_availability_person ON helper_availability (municipality_id, person_id);
      ALTER TABLE helper_category DROP COLUMN reach, DROP COLUMN area_code;
      ALTER TABLE helper_load DROP COLUMN asking, DROP COLUMN agreement_ends;
    `);
  }
}

/** The area in which somebody offers help stands beside each kind of help, so that one index finds both. */
const reach = `
  CREATE FUNCTION area_of(max_distance text, neighbourhood text) RETURNS text LANGUAGE sql STABLE
    AS $$ SELECT CASE max_distance WHEN 'district' THEN n.district_code ELSE n.code END
            FROM neighbourhood n WHERE n.code = neighbourhood $$;
  ALTER TABLE helper_category ADD COLUMN reach text, ADD COLUMN area_code text;
  UPDATE helper_category c SET reach = p.max_distance, area_code = area_of(p.max_distance, p.neighbourhood_code)
    FROM helper_profile p WHERE p.municipality_id = c.municipality_id AND p.person_id = c.person_id;
  ALTER TABLE helper_category ALTER COLUMN reach SET NOT NULL, ALTER COLUMN area_code SET NOT NULL;

  CREATE FUNCTION set_category_area() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT p.max_distance, area_of(p.max_distance, p.neighbourhood_code) INTO NEW.reach, NEW.area_code
        FROM helper_profile p WHERE p.municipality_id = NEW.municipality_id AND p.person_id = NEW.person_id;
      RETURN NEW;
    END $$;
  CREATE TRIGGER helper_category_area BEFORE INSERT ON helper_category
    FOR EACH ROW EXECUTE FUNCTION set_category_area();

  CREATE FUNCTION spread_profile_area() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE helper_category SET reach = NEW.max_distance, area_code = area_of(NEW.max_distance, NEW.neighbourhood_code)
       WHERE municipality_id = NEW.municipality_id AND person_id = NEW.person_id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER helper_profile_area AFTER UPDATE OF max_distance, neighbourhood_code ON helper_profile
    FOR EACH ROW WHEN (OLD.max_distance <> NEW.max_distance OR OLD.neighbourhood_code <> NEW.neighbourhood_code)
    EXECUTE FUNCTION spread_profile_area()`;

/**
 * What somebody is in the middle of, counted again from the rows whenever one of them changes: the number cannot drift,
 * and the planner reads it without looking into anybody's history.
 */
const commitments = `
  ALTER TABLE helper_load ADD COLUMN asking boolean NOT NULL DEFAULT false,
    ADD COLUMN agreement_ends timestamptz[] NOT NULL DEFAULT '{}';
  COMMENT ON COLUMN helper_load.asking IS 'Has a request of their own that neighbours are, or will be, asked about';
  COMMENT ON COLUMN helper_load.agreement_ends IS 'When each open agreement ends, ascending; those in the past do not count';

  CREATE FUNCTION is_asking(of_municipality uuid, of_person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM help_request r WHERE r.municipality_id = of_municipality AND r.asker_id = of_person
                      AND r.status IN ('in-review', 'open', 'matched')) $$;
  CREATE FUNCTION agreement_ends_of(of_municipality uuid, of_person uuid) RETURNS timestamptz[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(r.window_until ORDER BY r.window_until), '{}') FROM acceptance a
      JOIN help_request r ON r.municipality_id = a.municipality_id AND r.id = a.help_request_id
     WHERE a.municipality_id = of_municipality AND a.person_id = of_person AND a.status IN ('accepted', 'confirmed')
       AND r.status IN ('open', 'matched', 'confirmed') $$;
  UPDATE helper_load SET asking = is_asking(municipality_id, person_id),
         agreement_ends = agreement_ends_of(municipality_id, person_id);

  -- Whoever changes a request may not see the helper's load; the count is the system's own.
  CREATE FUNCTION count_commitments(of_municipality uuid, of_person uuid) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      PERFORM set_config('app.scope', 'system', true);
      -- Two changes at once count one after the other, each with what the other left.
      PERFORM 1 FROM helper_load WHERE municipality_id = of_municipality AND person_id = of_person FOR UPDATE;
      IF FOUND THEN
        UPDATE helper_load SET asking = is_asking(of_municipality, of_person),
               agreement_ends = agreement_ends_of(of_municipality, of_person)
         WHERE municipality_id = of_municipality AND person_id = of_person;
      END IF;
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
    END $$;

  CREATE FUNCTION set_commitments() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      PERFORM set_config('app.scope', 'system', true);
      NEW.asking := is_asking(NEW.municipality_id, NEW.person_id);
      NEW.agreement_ends := agreement_ends_of(NEW.municipality_id, NEW.person_id);
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
      RETURN NEW;
    END $$;
  CREATE TRIGGER helper_load_commitments BEFORE INSERT ON helper_load
    FOR EACH ROW EXECUTE FUNCTION set_commitments();

  CREATE FUNCTION follow_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM count_commitments(coalesce(NEW.municipality_id, OLD.municipality_id), coalesce(NEW.person_id, OLD.person_id));
      RETURN NULL;
    END $$;
  CREATE TRIGGER acceptance_commitments AFTER INSERT OR DELETE OR UPDATE OF status ON acceptance
    FOR EACH ROW EXECUTE FUNCTION follow_acceptance();

  CREATE FUNCTION follow_help_request() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD.status = NEW.status AND OLD.window_until = NEW.window_until THEN RETURN NULL; END IF;
      PERFORM set_config('app.scope', 'system', true);
      PERFORM count_commitments(municipality_id, person_id) FROM (
        SELECT NEW.municipality_id, NEW.asker_id AS person_id
        UNION
        SELECT a.municipality_id, a.person_id FROM acceptance a
         WHERE a.municipality_id = NEW.municipality_id AND a.help_request_id = NEW.id
           AND a.status IN ('accepted', 'confirmed')
        ORDER BY 2) AS concerned;
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
      RETURN NULL;
    END $$;
  CREATE TRIGGER help_request_commitments AFTER INSERT OR UPDATE OF status, window_until ON help_request
    FOR EACH ROW EXECUTE FUNCTION follow_help_request()`;

const indexes = `
  CREATE INDEX helper_category_reach ON helper_category (municipality_id, category, reach, area_code, person_id);
  -- Answers from the index alone: the people of one municipality lie together there, and not in the table.
  CREATE INDEX helper_profile_asking ON helper_profile (municipality_id, person_id) INCLUDE (neighbourhood_code,
    max_distance, weekly_ask_budget, quiet_from_minute, quiet_until_minute, accepts_acute, paused_until, trust,
    helps_while_asking);
  CREATE INDEX person_not_active ON person (municipality_id, id) WHERE status <> 'active';
  DROP INDEX helper_availability_person;
  CREATE INDEX helper_availability_person ON helper_availability
    (municipality_id, person_id, day, from_minute, until_minute)`;
