import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = `municipality_id = (SELECT app_municipality())
  AND ((SELECT app_is_system()) OR person_id = (SELECT app_person()))`;

/** The mail that sums up an organiser's day, and sanctions that end before their time. */
export class OrganisersDay1763800011510 implements MigrationInterface {
  readonly name = 'OrganisersDay1763800011510';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE work_mail (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        wanted boolean NOT NULL DEFAULT true,
        -- Local day for which it was looked at last.
        looked_on date,
        PRIMARY KEY (municipality_id, person_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      ALTER TABLE work_mail ENABLE ROW LEVEL SECURITY;
      ALTER TABLE work_mail FORCE ROW LEVEL SECURITY;
      CREATE POLICY work_mail_visible ON work_mail USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON work_mail TO zb_app;
      -- Why it ended early, under the key of the person it was about.
      ALTER TABLE sanction ADD COLUMN lifted_enc bytea;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sanction DROP COLUMN lifted_enc; DROP TABLE work_mail');
  }
}
