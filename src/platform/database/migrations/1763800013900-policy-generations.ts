import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which generation of the policy an organisation is asked, so that another one coming is written among the changes. */
export class PolicyGenerations1763800013900 implements MigrationInterface {
  readonly name = 'PolicyGenerations1763800013900';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Null until it was looked at once.
      ALTER TABLE association ADD COLUMN policy_generation text;
      -- Null when everybody got another generation, with an update of the service.
      ALTER TABLE policy_change ALTER COLUMN changed_by DROP NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM policy_change WHERE changed_by IS NULL;
      ALTER TABLE policy_change ALTER COLUMN changed_by SET NOT NULL;
      ALTER TABLE association DROP COLUMN policy_generation;
    `);
  }
}
