import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the latest requests of a helper's own beside their load: who asks for much is not asked, unless they want to be. */
export class OwnRequests1763800011010 implements MigrationInterface {
  readonly name = 'OwnRequests1763800011010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE helper_load ADD COLUMN own_requests timestamptz[] NOT NULL DEFAULT '{}',
        ADD COLUMN own_acute_requests timestamptz[] NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN helper_load.own_requests IS 'When the latest three of their own went out to neighbours, ascending';
      COMMENT ON COLUMN helper_load.own_acute_requests IS 'The same of acute ones only';

      CREATE FUNCTION own_requests_of(of_municipality uuid, of_person uuid, urgencies text[]) RETURNS timestamptz[]
        LANGUAGE sql STABLE AS $$
          SELECT coalesce(array_agg(latest.opened_at ORDER BY latest.opened_at), '{}')
            FROM (SELECT r.opened_at FROM help_request r
                   WHERE r.municipality_id = of_municipality AND r.asker_id = of_person AND r.opened_at IS NOT NULL
                     AND r.status <> 'cancelled' AND r.urgency = ANY (urgencies)
                   ORDER BY r.posted_at DESC LIMIT 3) AS latest $$;
    `);
    await queryRunner.query(
      counting(
        `, own_requests = own_requests_of(of_municipality, of_person, '{acute,planned}'),
           own_acute_requests = own_requests_of(of_municipality, of_person, '{acute}')`,
        `NEW.own_requests := own_requests_of(NEW.municipality_id, NEW.person_id, '{acute,planned}');
         NEW.own_acute_requests := own_requests_of(NEW.municipality_id, NEW.person_id, '{acute}');`,
      ),
    );
    await queryRunner.query(`
      UPDATE helper_load SET own_requests = own_requests_of(municipality_id, person_id, '{acute,planned}'),
             own_acute_requests = own_requests_of(municipality_id, person_id, '{acute}')
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(counting('', ''));
    await queryRunner.query(`
      DROP FUNCTION own_requests_of(uuid, uuid, text[]);
      ALTER TABLE helper_load DROP COLUMN own_requests, DROP COLUMN own_acute_requests;
    `);
  }
}

/** What counts commitments again whenever a request or an agreement changes, with more to be set beside them. */
const counting = (more: string, moreOfNew: string): string => `
  CREATE OR REPLACE FUNCTION count_commitments(of_municipality uuid, of_person uuid) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      PERFORM set_config('app.scope', 'system', true);
      -- Two changes at once count one after the other, each with what the other left.
      PERFORM 1 FROM helper_load WHERE municipality_id = of_municipality AND person_id = of_person FOR UPDATE;
      IF FOUND THEN
        UPDATE helper_load SET asking = is_asking(of_municipality, of_person),
               agreement_ends = agreement_ends_of(of_municipality, of_person)${more}
         WHERE municipality_id = of_municipality AND person_id = of_person;
      END IF;
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
    END $$;

  CREATE OR REPLACE FUNCTION set_commitments() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      PERFORM set_config('app.scope', 'system', true);
      NEW.asking := is_asking(NEW.municipality_id, NEW.person_id);
      NEW.agreement_ends := agreement_ends_of(NEW.municipality_id, NEW.person_id);
      ${moreOfNew}
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
      RETURN NEW;
    END $$`;
