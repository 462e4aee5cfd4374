import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done last to one thing is looked up when two organisers were at it at once. */
export class LastActs1763800012400 implements MigrationInterface {
  readonly name = 'LastActs1763800012400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX audit_entry_about ON audit_entry (municipality_id, about_id, at DESC) WHERE about_id IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX audit_entry_about');
  }
}
