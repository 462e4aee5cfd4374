import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAskedAgain, forgetting } from './1763800012000-asking-again.js';
import { asWaitedFor } from './1763800013600-forgotten-while-waited-for.js';

/** Nobody waits any more for a yes of somebody who is gone; and how likely it was held to be was learned of them. */
const chances = 'probability = 0, expected = NULL';

/** The chances of a yes that an erased person was asked with go with all else that was learned of them. */
export class ForgottenChances1763800013910 implements MigrationInterface {
  readonly name = 'ForgottenChances1763800013910';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(forgetting(asAskedAgain + asWaitedFor, `, ${chances}`));
    await queryRunner.query(`
      UPDATE ask a SET ${chances} FROM person p
       WHERE p.municipality_id = a.municipality_id AND p.id = a.person_id AND p.status = 'erased'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(forgetting(asAskedAgain + asWaitedFor));
  }
}
