import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code is mailed in the language of the page that it was asked for on; a new account begins with that language. */
export class SignInLanguage1763800012100 implements MigrationInterface {
  readonly name = 'SignInLanguage1763800012100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sign_in_challenge
        ADD COLUMN language text NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en', 'uk', 'tr'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sign_in_challenge DROP COLUMN language');
  }
}
