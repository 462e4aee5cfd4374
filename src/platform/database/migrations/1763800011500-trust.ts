import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofMyOrganisations = 'association_id = ANY ((SELECT app_organisations())::uuid[])';
const mine = 'person_id = (SELECT app_person())';

/** Whom an association met in person, whose certificate of conduct was seen, and where somebody comes along the first time. */
export class Trust1763800011500 implements MigrationInterface {
  readonly name = 'Trust1763800011500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE vouch_sheet (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        association_id uuid NOT NULL,
        issued_by_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
        revoked_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, issued_by_id) REFERENCES person
      );
      CREATE INDEX vouch_sheet_organisation ON vouch_sheet (municipality_id, association_id, issued_at DESC);
      CREATE TABLE vouch_code (
        municipality_id uuid NOT NULL,
        -- A keyed hash: the code itself is on paper only.
        code_mark bytea NOT NULL,
        sheet_id uuid NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (municipality_id, code_mark),
        FOREIGN KEY (municipality_id, sheet_id) REFERENCES vouch_sheet ON DELETE CASCADE
      );
      CREATE INDEX vouch_code_sheet ON vouch_code (municipality_id, sheet_id);
      CREATE TABLE vouch_try (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX vouch_try_person ON vouch_try (municipality_id, person_id, at);
      CREATE TABLE vouching (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        association_id uuid NOT NULL,
        vouched_by_id uuid NOT NULL,
        at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, vouched_by_id) REFERENCES person
      );
      CREATE UNIQUE INDEX vouching_holds ON vouching (municipality_id, person_id, association_id) WHERE ended_at IS NULL;
      CREATE TABLE vog_check (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        association_id uuid NOT NULL,
        issued_on date NOT NULL,
        expires_on date NOT NULL CHECK (expires_on > issued_on),
        checked_by_id uuid NOT NULL,
        checked_at timestamptz NOT NULL,
        ended_at timestamptz,
        -- When it was told that it ends soon, and when that it ended.
        told_at timestamptz,
        lapsed_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, checked_by_id) REFERENCES person
      );
      CREATE UNIQUE INDEX vog_check_holds ON vog_check (municipality_id, person_id) WHERE ended_at IS NULL;
      CREATE INDEX vog_check_end ON vog_check (municipality_id, expires_on) WHERE ended_at IS NULL;
      CREATE TABLE accompaniment (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        association_id uuid NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, help_request_id),
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, association_id) REFERENCES association
      );
      CREATE INDEX accompaniment_waits ON accompaniment (municipality_id, association_id) WHERE done_at IS NULL;
    `);
    const visible: Record<string, readonly string[]> = {
      vouch_sheet: [ofMyOrganisations],
      vouch_code: [],
      vouch_try: [],
      vouching: [mine, ofMyOrganisations],
      vog_check: [mine, ofMyOrganisations],
      accompaniment: [ofMyOrganisations],
    };
    for (const [table, rules] of Object.entries(visible)) {
      const seen = ['(SELECT app_is_system())', ...rules].join(' OR ');
      const rule = `municipality_id = (SELECT app_municipality()) AND (${seen})`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE accompaniment, vog_check, vouching, vouch_try, vouch_code, vouch_sheet');
  }
}
