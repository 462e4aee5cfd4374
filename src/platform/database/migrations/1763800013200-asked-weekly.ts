import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request can be the first time of what comes back every week: the times after it are put in the circle of the asker. */
export class AskedWeekly1763800013200 implements MigrationInterface {
  readonly name = 'AskedWeekly1763800013200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE help_request ADD COLUMN weekly jsonb, ADD COLUMN weekly_planned_at timestamptz;
      COMMENT ON COLUMN help_request.weekly IS 'Days, time and last day; the window is the first time';
      COMMENT ON COLUMN help_request.weekly_planned_at IS 'When the times after the first were dealt with, once';
      CREATE INDEX help_request_weekly_waits ON help_request (municipality_id, posted_at)
        WHERE weekly IS NOT NULL AND weekly_planned_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE help_request DROP COLUMN weekly_planned_at, DROP COLUMN weekly');
  }
}
