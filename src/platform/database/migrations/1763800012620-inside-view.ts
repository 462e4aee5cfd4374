import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everybody sees of the figures of a municipality in one week: one table, made once. */
export class InsideView1763800012620 implements MigrationInterface {
  readonly name = 'InsideView1763800012620';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = 'municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())';
    await queryRunner.query(`
      CREATE TABLE participation_view (
        municipality_id uuid PRIMARY KEY REFERENCES municipality,
        -- The Monday of the week.
        week date NOT NULL,
        quarter text NOT NULL,
        made_at timestamptz NOT NULL,
        -- Without small numbers; nothing in it is exact.
        shown jsonb NOT NULL
      );
      ALTER TABLE participation_view ENABLE ROW LEVEL SECURITY;
      ALTER TABLE participation_view FORCE ROW LEVEL SECURITY;
      CREATE POLICY participation_view_visible ON participation_view USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE ON participation_view TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE participation_view');
  }
}
