import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether people still say yes as often as is believed, kept with each answer that is learned from. */
export class Drift1763800011020 implements MigrationInterface {
  readonly name = 'Drift1763800011020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE matching_drift (
        municipality_id uuid PRIMARY KEY REFERENCES municipality,
        likelier double precision NOT NULL CHECK (likelier >= 0),
        less_likely double precision NOT NULL CHECK (less_likely >= 0),
        -- Since when chances no longer hold; null while they do.
        since timestamptz
      );
      ALTER TABLE matching_drift ENABLE ROW LEVEL SECURITY;
      ALTER TABLE matching_drift FORCE ROW LEVEL SECURITY;
      CREATE POLICY matching_drift_visible ON matching_drift
        USING (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system()))
        WITH CHECK (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system()));
      GRANT SELECT, INSERT, UPDATE ON matching_drift TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE matching_drift');
  }
}
