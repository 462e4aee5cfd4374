import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAskedAgain, forgetting } from './1763800012000-asking-again.js';

/** Asked in an earlier wave, and not answered yet: a decision keeps the chance of their yes, which was learned of them. */
export const asWaitedFor = ` OR stored -> 'outstanding' @> jsonb_build_array(jsonb_build_object('personId', OLD.id::text))`;

/** Whoever is erased is forgotten from the later decisions about the same request too, in which their answer was awaited. */
export class ForgottenWhileWaitedFor1763800013600 implements MigrationInterface {
  readonly name = 'ForgottenWhileWaitedFor1763800013600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(forgetting(asAskedAgain + asWaitedFor));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(forgetting(asAskedAgain));
  }
}
