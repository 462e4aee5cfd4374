import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same neighbour can be asked first, and who was told that it was solved can be asked once more when the one who said
 * yes cannot come after all: then there are two asks of one neighbour about one request, of which one is open.
 */
export class AskingAgain1763800012000 implements MigrationInterface {
  readonly name = 'AskingAgain1763800012000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE help_request ADD COLUMN same_neighbour_of uuid;
      ALTER TABLE help_request ADD CONSTRAINT help_request_same_neighbour_of
        FOREIGN KEY (municipality_id, same_neighbour_of) REFERENCES help_request (municipality_id, id)
        ON DELETE SET NULL (same_neighbour_of);
      CREATE INDEX help_request_same_neighbour ON help_request (municipality_id, same_neighbour_of)
        WHERE same_neighbour_of IS NOT NULL;
      COMMENT ON COLUMN help_request.same_neighbour_of IS 'An earlier request of this asker: whoever helped then is asked first';

      ALTER TABLE helper_profile ADD COLUMN again_at_once boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN helper_profile.again_at_once IS 'Whom I helped may ask me again without the rest after a help';

      ALTER TABLE ask DROP CONSTRAINT ask_municipality_id_help_request_id_person_id_key;
      CREATE INDEX ask_request ON ask (municipality_id, help_request_id, person_id);
      CREATE UNIQUE INDEX ask_one_open ON ask (municipality_id, help_request_id, person_id) WHERE status = 'pending';
    `);
    await queryRunner.query(forgetting(asAskedAgain));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(forgetting(''));
    await queryRunner.query(`
      DELETE FROM ask a USING ask later
       WHERE later.municipality_id = a.municipality_id AND later.help_request_id = a.help_request_id
         AND later.person_id = a.person_id AND later.created_at > a.created_at;
      DROP INDEX ask_one_open;
      DROP INDEX ask_request;
      ALTER TABLE ask ADD UNIQUE (municipality_id, help_request_id, person_id);
      ALTER TABLE helper_profile DROP COLUMN again_at_once;
      ALTER TABLE help_request DROP COLUMN same_neighbour_of;
    `);
  }
}

/** Standing in a decision as the neighbour of an earlier help, or as somebody who was asked before. */
export const asAskedAgain = ` OR stored #>> '{sameNeighbour,personId}' = OLD.id::text OR stored -> 'askedBefore' ? OLD.id::text`;

/** What was learned of somebody, and the decisions they stood in, with more ways of standing in one and more to wipe. */
export const forgetting = (more: string, wiped = ''): string => `
  CREATE OR REPLACE FUNCTION forget_what_was_learned() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      PERFORM set_config('app.scope', 'system', true);
      DELETE FROM personal_effect WHERE municipality_id = OLD.municipality_id AND person_id = OLD.id;
      UPDATE ask SET layout = NULL, features = NULL, effect_mean = NULL, effect_variance = NULL${wiped}
       WHERE municipality_id = OLD.municipality_id AND person_id = OLD.id;
      DELETE FROM matching_decision WHERE municipality_id = OLD.municipality_id
         AND (stored #> '{people,personId}' ? OLD.id::text OR plan -> 'people' ? OLD.id::text${more});
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
      RETURN NULL;
    END $$`;
