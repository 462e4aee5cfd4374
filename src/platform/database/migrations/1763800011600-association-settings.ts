import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an association chooses for itself. The bounds of the clock are the rules of the product: an association may have a
 * person called in sooner, never later. An association that is being prepared has planned an area and looks after none.
 */
export class AssociationSettings1763800011600 implements MigrationInterface {
  readonly name = 'AssociationSettings1763800011600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE association
        ADD COLUMN version integer NOT NULL DEFAULT 0,
        ADD COLUMN status text NOT NULL DEFAULT 'open' CHECK (status IN ('preparing', 'open')),
        ADD COLUMN planned_area text[] NOT NULL DEFAULT '{}',
        ADD COLUMN acute_coordinator_minutes smallint NOT NULL DEFAULT 30,
        ADD COLUMN acute_desk_minutes smallint NOT NULL DEFAULT 60,
        ADD COLUMN planned_coordinator_percent smallint NOT NULL DEFAULT 50,
        ADD COLUMN planned_desk_percent smallint NOT NULL DEFAULT 75,
        ADD COLUMN opening_hours jsonb,
        ADD COLUMN welcome_text text,
        ADD COLUMN nobody_text text,
        ADD COLUMN deputy_person_id uuid,
        ADD CONSTRAINT association_acute_pace CHECK (
          acute_coordinator_minutes BETWEEN 5 AND 30 AND acute_desk_minutes BETWEEN acute_coordinator_minutes AND 60),
        ADD CONSTRAINT association_planned_pace CHECK (
          planned_coordinator_percent BETWEEN 10 AND 50 AND planned_desk_percent BETWEEN planned_coordinator_percent AND 75);
      ALTER TABLE membership ADD COLUMN may_change_settings boolean NOT NULL DEFAULT true;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE membership DROP COLUMN may_change_settings;
      ALTER TABLE association
        DROP CONSTRAINT association_acute_pace, DROP CONSTRAINT association_planned_pace,
        DROP COLUMN version, DROP COLUMN status, DROP COLUMN planned_area, DROP COLUMN acute_coordinator_minutes,
        DROP COLUMN acute_desk_minutes, DROP COLUMN planned_coordinator_percent, DROP COLUMN planned_desk_percent,
        DROP COLUMN opening_hours, DROP COLUMN welcome_text, DROP COLUMN nobody_text, DROP COLUMN deputy_person_id;
    `);
  }
}
