import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = `municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())`;

/** Codes with which somebody without e-mail follows what was asked by telephone, as marks; and wrong tries, to bound them. */
export class FollowCodes1763800013010 implements MigrationInterface {
  readonly name = 'FollowCodes1763800013010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE follow_code (
        municipality_id uuid NOT NULL,
        -- What it is about; the newest code alone works.
        kind text NOT NULL CHECK (kind IN ('question', 'request')),
        subject_id uuid NOT NULL,
        asker_id uuid NOT NULL,
        code_mark bytea NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, kind, subject_id),
        UNIQUE (municipality_id, code_mark),
        FOREIGN KEY (municipality_id, asker_id) REFERENCES person
      );
      CREATE INDEX follow_code_asker ON follow_code (municipality_id, asker_id);
      CREATE TABLE follow_try (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX follow_try_at ON follow_try (municipality_id, at);
    `);
    for (const table of ['follow_code', 'follow_try']) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE follow_try; DROP TABLE follow_code');
  }
}
