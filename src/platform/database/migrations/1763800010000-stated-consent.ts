import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for somebody else can say that this person agrees. */
export class StatedConsent1763800010000 implements MigrationInterface {
  readonly name = 'StatedConsent1763800010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE help_request ADD COLUMN consent_stated_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE help_request DROP COLUMN consent_stated_at');
  }
}
