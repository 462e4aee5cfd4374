import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A thank-you from one side of a help that worked out to the other, in the sender's own words. */
export class Thanks1763800008200 implements MigrationInterface {
  readonly name = 'Thanks1763800008200';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = `municipality_id = (SELECT app_municipality()) AND ((SELECT app_is_system())
      OR sender_id = (SELECT app_person()) OR recipient_id = (SELECT app_person()))`;
    await queryRunner.query(`
      CREATE TABLE thanks (
        municipality_id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        sender_id uuid NOT NULL,
        recipient_id uuid NOT NULL CHECK (recipient_id <> sender_id),
        text_enc bytea NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, help_request_id, sender_id, recipient_id),
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE
      );
      -- How recently somebody was thanked is asked for each candidate.
      CREATE INDEX thanks_recipient ON thanks (municipality_id, recipient_id, sent_at DESC);
      ALTER TABLE thanks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE thanks FORCE ROW LEVEL SECURITY;
      CREATE POLICY thanks_visible ON thanks USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON thanks TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE thanks');
  }
}
