import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read and changed for every municipality here, also by an owner whom row level security binds. */
const looked = ['matching_plan', 'help_request', 'ask'];

/**
 * A closed association finds its neighbours by hand. That no wave comes for that reason is written down, so that waves
 * begin when it is closed no longer. A request for which nobody was ever asked and nothing is planned is looked at anew.
 */
export class FoundByHand1763800013700 implements MigrationInterface {
  readonly name = 'FoundByHand1763800013700';

  async up(queryRunner: QueryRunner): Promise<void> {
    const force = (how: 'NO FORCE' | 'FORCE'): string =>
      looked.map((table) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY;`).join('\n      ');
    await queryRunner.query(`
      ALTER TABLE matching_plan ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN matching_plan.by_hand IS 'No wave, because who looks after it finds neighbours by hand';
      ${force('NO FORCE')}
      UPDATE matching_plan p SET by_hand = true
       WHERE p.next_wave_at IS NULL AND p.round = 0
         AND EXISTS (SELECT FROM help_request h
                      WHERE h.municipality_id = p.municipality_id AND h.id = p.help_request_id AND h.status = 'open')
         AND NOT EXISTS (SELECT FROM ask a
                          WHERE a.municipality_id = p.municipality_id AND a.help_request_id = p.help_request_id);
      ${force('FORCE')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE matching_plan DROP COLUMN by_hand');
  }
}
