import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who said to look into an alert of the monitor. The alerts themselves are found anew each time. */
export class Alerts1763800012610 implements MigrationInterface {
  readonly name = 'Alerts1763800012610';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = 'municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())';
    await queryRunner.query(`
      CREATE TABLE alert_acknowledgement (
        municipality_id uuid NOT NULL REFERENCES municipality,
        alert_key text NOT NULL,
        acknowledged_at timestamptz NOT NULL,
        -- Null when that person is gone.
        acknowledged_by_id uuid,
        PRIMARY KEY (municipality_id, alert_key)
      );
      ALTER TABLE alert_acknowledgement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE alert_acknowledgement FORCE ROW LEVEL SECURITY;
      CREATE POLICY alert_acknowledgement_visible ON alert_acknowledgement USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE ON alert_acknowledgement TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE alert_acknowledgement');
  }
}
