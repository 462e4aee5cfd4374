import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = `municipality_id = (SELECT app_municipality())
  AND ((SELECT app_is_system()) OR association_id = ANY ((SELECT app_organisations())::uuid[]))`;

/** What organisers note at their work list, and who stands in for whom. The work itself is read from where it is. */
export class Coordination1763800007000 implements MigrationInterface {
  readonly name = 'Coordination1763800007000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE work_mark (
        municipality_id uuid NOT NULL,
        association_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        assignee_id uuid,
        done_at timestamptz,
        done_by uuid,
        version integer NOT NULL DEFAULT 0,
        PRIMARY KEY (municipality_id, association_id, kind, subject_id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, assignee_id) REFERENCES person ON DELETE SET NULL (assignee_id),
        FOREIGN KEY (municipality_id, done_by) REFERENCES person ON DELETE SET NULL (done_by)
      );
      CREATE TABLE absence (
        municipality_id uuid NOT NULL,
        association_id uuid NOT NULL,
        person_id uuid NOT NULL,
        deputy_id uuid NOT NULL CHECK (deputy_id <> person_id),
        away_from timestamptz NOT NULL,
        away_until timestamptz NOT NULL CHECK (away_until > away_from),
        PRIMARY KEY (municipality_id, association_id, person_id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, deputy_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX absence_deputy ON absence (municipality_id, deputy_id);
      CREATE INDEX membership_organisation ON membership (municipality_id, association_id, role, created_at);
      CREATE INDEX acceptance_recent ON acceptance (municipality_id, association_id, since) WHERE status = 'confirmed';
      CREATE INDEX acceptance_asker ON acceptance (municipality_id, asker_id) WHERE status = 'confirmed';
    `);
    for (const table of ['work_mark', 'absence']) {
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
      DROP INDEX acceptance_asker, acceptance_recent, membership_organisation;
      DROP TABLE absence, work_mark;
    `);
  }
}
