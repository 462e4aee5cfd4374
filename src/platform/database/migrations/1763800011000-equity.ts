import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How requests end in each neighbourhood, counted when they do: what a fair share of help is measured by. */
export class Equity1763800011000 implements MigrationInterface {
  readonly name = 'Equity1763800011000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE matching_area (
        municipality_id uuid NOT NULL REFERENCES municipality,
        -- A neighbourhood; empty for the municipality as a whole.
        area_code text NOT NULL,
        requests double precision NOT NULL CHECK (requests >= 0),
        helped double precision NOT NULL CHECK (helped >= 0),
        -- What is counted fades from this moment on.
        counted_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, area_code)
      );
      ALTER TABLE matching_area ENABLE ROW LEVEL SECURITY;
      ALTER TABLE matching_area FORCE ROW LEVEL SECURITY;
      CREATE POLICY matching_area_visible ON matching_area
        USING (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system()))
        WITH CHECK (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system()));
      GRANT SELECT, INSERT, UPDATE ON matching_area TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE matching_area');
  }
}
