import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofMunicipality = 'municipality_id = (SELECT app_municipality())';
const system = '(SELECT app_is_system())';
const mine = (column: string) => `${column} = (SELECT app_person())`;
const ofMyOrganisations = 'association_id = ANY ((SELECT app_organisations())::uuid[])';

/** Worries that were told, what came of them, and what a person may not do for a while. */
export class Reports1763800006200 implements MigrationInterface {
  readonly name = 'Reports1763800006200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE person ADD COLUMN helping_barred_until timestamptz, ADD COLUMN asking_barred_until timestamptz;
      CREATE TABLE report (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        association_id uuid NOT NULL,
        -- Nobody reported a pattern: the product noticed it.
        reporter_id uuid,
        subject_id uuid NOT NULL,
        help_request_id uuid,
        kind text NOT NULL,
        text_enc bytea,
        status text NOT NULL CHECK (status IN ('open', 'decided')),
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by_id uuid,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, reporter_id) REFERENCES person,
        FOREIGN KEY (municipality_id, subject_id) REFERENCES person,
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE SET NULL (help_request_id)
      );
      CREATE INDEX report_work ON report (municipality_id, association_id, created_at) WHERE status = 'open';
      CREATE INDEX report_subject ON report (municipality_id, subject_id);
      CREATE INDEX report_reporter ON report (municipality_id, reporter_id, created_at) WHERE reporter_id IS NOT NULL;
      CREATE TABLE sanction (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        association_id uuid NOT NULL,
        person_id uuid NOT NULL,
        report_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('warning', 'pause', 'no-helping', 'no-asking', 'removal')),
        -- What the person is told, under that person's own key.
        explanation_enc bytea NOT NULL,
        imposed_by_id uuid NOT NULL,
        imposed_at timestamptz NOT NULL,
        until timestamptz,
        ended_at timestamptz,
        appeal_status text CHECK (appeal_status IN ('open', 'upheld', 'granted')),
        appeal_enc bytea,
        appealed_at timestamptz,
        answer_enc bytea,
        version integer NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, person_id) REFERENCES person,
        FOREIGN KEY (municipality_id, report_id) REFERENCES report,
        CHECK ((appeal_status IS NULL) = (appealed_at IS NULL))
      );
      CREATE INDEX sanction_person ON sanction (municipality_id, person_id, imposed_at DESC);
      CREATE INDEX sanction_work ON sanction (municipality_id, association_id) WHERE ended_at IS NULL OR appeal_status = 'open';
      CREATE TABLE conduct_mark (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('cancelled', 'address-seen')),
        event_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, person_id, kind, event_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
    `);
    const visible: Record<string, readonly string[]> = {
      report: [system, mine('reporter_id'), ofMyOrganisations],
      sanction: [system, mine('person_id'), ofMyOrganisations],
      conduct_mark: [system],
    };
    for (const [table, rules] of Object.entries(visible)) {
      const rule = `${ofMunicipality} AND (${rules.join(' OR ')})`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE conduct_mark, sanction, report;
      ALTER TABLE person DROP COLUMN helping_barred_until, DROP COLUMN asking_barred_until`);
  }
}
