import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asks by telephone: which they are and who made them. */
export class Calls1763800007100 implements MigrationInterface {
  readonly name = 'Calls1763800007100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ask ADD COLUMN channel text NOT NULL DEFAULT 'message' CHECK (channel IN ('message', 'phone'));
      ALTER TABLE ask ADD COLUMN called_by uuid;
      ALTER TABLE ask ADD FOREIGN KEY (municipality_id, called_by) REFERENCES person ON DELETE SET NULL (called_by);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ask DROP COLUMN called_by, DROP COLUMN channel');
  }
}
