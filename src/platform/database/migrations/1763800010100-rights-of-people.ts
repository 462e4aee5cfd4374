import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices one can tell apart, and the clock of accounts that nobody uses any more. */
export class RightsOfPeople1763800010100 implements MigrationInterface {
  readonly name = 'RightsOfPeople1763800010100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE session ADD COLUMN browser text NOT NULL DEFAULT 'other', ADD COLUMN platform text NOT NULL DEFAULT 'other';
      ALTER TABLE person ADD COLUMN inactivity_notice_at timestamptz;
      CREATE INDEX person_unseen ON person (municipality_id, (coalesce(last_seen_at, created_at)))
        WHERE status IN ('unverified', 'active');
      CREATE INDEX help_request_with_words ON help_request (municipality_id, closed_at)
        WHERE summary_enc IS NOT NULL OR address_enc IS NOT NULL OR contact_enc IS NOT NULL OR outcome_note_enc IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX help_request_with_words, person_unseen;
      ALTER TABLE person DROP COLUMN inactivity_notice_at;
      ALTER TABLE session DROP COLUMN browser, DROP COLUMN platform;
    `);
  }
}
