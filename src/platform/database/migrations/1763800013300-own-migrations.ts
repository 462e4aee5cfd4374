import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the database has been made of is the owner's to write: the application only reads it. */
export class OwnMigrations1763800013300 implements MigrationInterface {
  readonly name = 'OwnMigrations1763800013300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('REVOKE INSERT, UPDATE, DELETE ON migrations FROM zb_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('GRANT INSERT, UPDATE, DELETE ON migrations TO zb_app');
  }
}
