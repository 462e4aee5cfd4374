import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A personal calendar feed, reminders that were given, and links to withdraw and to thank. */
export class AgreementAids1763800008100 implements MigrationInterface {
  readonly name = 'AgreementAids1763800008100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_feed (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, person_id),
        UNIQUE (municipality_id, token_hash),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      -- Which moments of reminding have been dealt with.
      CREATE TABLE reminder (
        municipality_id uuid NOT NULL,
        acceptance_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, acceptance_id, due_at),
        FOREIGN KEY (municipality_id, acceptance_id) REFERENCES acceptance ON DELETE CASCADE
      );
      CREATE INDEX help_request_soon ON help_request (municipality_id, window_from)
        WHERE status IN ('open', 'matched', 'confirmed');
      ALTER TABLE action_token DROP CONSTRAINT action_token_kind_check;
      ALTER TABLE action_token ADD CONSTRAINT action_token_kind_check
        CHECK (kind IN ('answer-ask', 'confirm-helpers', 'record-outcome', 'pause', 'withdraw'));
    `);
    const visibleTo = { calendar_feed: ' OR person_id = (SELECT app_person())', reminder: '' };
    for (const [table, others] of Object.entries(visibleTo)) {
      const rule = `municipality_id = (SELECT app_municipality()) AND ((SELECT app_is_system())${others})`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM action_token WHERE kind = 'withdraw';
      ALTER TABLE action_token DROP CONSTRAINT action_token_kind_check;
      ALTER TABLE action_token ADD CONSTRAINT action_token_kind_check
        CHECK (kind IN ('answer-ask', 'confirm-helpers', 'record-outcome', 'pause'));
      DROP INDEX help_request_soon;
      DROP TABLE reminder, calendar_feed;
    `);
  }
}
