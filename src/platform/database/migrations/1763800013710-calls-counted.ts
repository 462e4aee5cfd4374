import type { MigrationInterface, QueryRunner } from 'typeorm';

const countedBefore = `'person.joined', 'helper-profile.saved', 'helper-profile.paused', 'ask.created', 'ask.answered', 'ask.taken-back',
  'help-request.opened', 'help-request.accepted', 'help-request.closed', 'help-request.cancelled', 'help-request.expired',
  'desk-question.asked', 'desk-question.moved', 'desk-question.answered', 'desk-question.withdrawn', 'circle.turn-over',
  'strain-signal.given', 'strain-signal.taken-back', 'gathering.over'`;

/** Events that say something of participation; the finder of what is still to be counted names the same. */
const counted = `${countedBefore}, 'ask.called'`;

const indexOf = (types: string): string => `
  DROP INDEX outbox_uncounted;
  CREATE INDEX outbox_uncounted ON outbox (municipality_id, id) WHERE counted_at IS NULL AND type IN (${types})`;

/**
 * Who was asked on the telephone counts as asked. Calls of before said nothing that can be counted, and the figures they
 * are missing from stay as they are: they are still what the facts say.
 */
export class CallsCounted1763800013710 implements MigrationInterface {
  readonly name = 'CallsCounted1763800013710';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(indexOf(counted));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(indexOf(countedBefore));
  }
}
