import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people think of the site: their words as ciphertext, without who they are. */
export class Feedback1763800011400 implements MigrationInterface {
  readonly name = 'Feedback1763800011400';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = 'municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())';
    await queryRunner.query(`
      CREATE TABLE feedback (
        municipality_id uuid NOT NULL REFERENCES municipality,
        id uuid NOT NULL,
        subject text NOT NULL CHECK (subject IN ('difficult', 'broken', 'idea', 'thanks', 'other')),
        text_enc bytea NOT NULL,
        email_enc bytea,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX feedback_sent ON feedback (municipality_id, sent_at);
      ALTER TABLE feedback ENABLE ROW LEVEL SECURITY;
      ALTER TABLE feedback FORCE ROW LEVEL SECURITY;
      CREATE POLICY feedback_visible ON feedback USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON feedback TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedback');
  }
}
