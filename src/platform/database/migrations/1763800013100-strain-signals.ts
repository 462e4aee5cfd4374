import type { MigrationInterface, QueryRunner } from 'typeorm';

const countedBefore = `'person.joined', 'helper-profile.saved', 'helper-profile.paused', 'ask.created', 'ask.answered', 'ask.taken-back',
  'help-request.opened', 'help-request.accepted', 'help-request.closed', 'help-request.cancelled', 'help-request.expired',
  'desk-question.asked', 'desk-question.moved', 'desk-question.answered', 'desk-question.withdrawn', 'circle.turn-over'`;

/** Events that say something of participation; the finder of what is still to be counted names the same. */
const counted = `${countedBefore}, 'strain-signal.given', 'strain-signal.taken-back'`;

const indexOf = (types: string): string => `
  DROP INDEX outbox_uncounted;
  CREATE INDEX outbox_uncounted ON outbox (municipality_id, id) WHERE counted_at IS NULL AND type IN (${types})`;

/** Who asks the desk something can say that it is heavy, and that somebody may call. */
export class StrainSignals1763800013100 implements MigrationInterface {
  readonly name = 'StrainSignals1763800013100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE desk_question ADD COLUMN keep_in_touch boolean NOT NULL DEFAULT false');
    await queryRunner.query(indexOf(counted));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(indexOf(countedBefore));
    await queryRunner.query('ALTER TABLE desk_question DROP COLUMN keep_in_touch');
  }
}
