import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which letters made their reader want none any more, whichever way they said so: by the link, from a mail program or under
 * their own settings. Who takes it back did not mean it. Nobody gets two letters within ninety days, so it is one letter.
 */
export class UnwelcomeLetters1763800013810 implements MigrationInterface {
  readonly name = 'UnwelcomeLetters1763800013810';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE invitation ADD COLUMN unwelcome_at timestamptz;
      ALTER TABLE campaign ADD COLUMN stopped_for_harm boolean NOT NULL DEFAULT false;
      CREATE FUNCTION note_unwelcome_letter() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE invitation SET unwelcome_at = CASE WHEN NEW.invitations THEN NULL ELSE app_now() END
           WHERE municipality_id = NEW.municipality_id AND person_id = NEW.person_id
             AND withheld_at IS NULL AND written_at > app_now() - interval '90 days';
          RETURN NULL;
        END $$;
      CREATE TRIGGER helper_profile_unwelcome AFTER UPDATE OF invitations ON helper_profile
        FOR EACH ROW WHEN (NEW.invitations <> OLD.invitations) EXECUTE FUNCTION note_unwelcome_letter()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER helper_profile_unwelcome ON helper_profile;
      DROP FUNCTION note_unwelcome_letter;
      ALTER TABLE campaign DROP COLUMN stopped_for_harm;
      ALTER TABLE invitation DROP COLUMN unwelcome_at`);
  }
}
