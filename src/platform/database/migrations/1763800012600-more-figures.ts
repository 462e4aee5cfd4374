import type { MigrationInterface, QueryRunner } from 'typeorm';

const countedBefore = `'person.joined', 'helper-profile.saved', 'helper-profile.paused', 'ask.created', 'ask.taken-back',
  'help-request.opened', 'help-request.accepted', 'help-request.closed', 'help-request.cancelled', 'help-request.expired'`;

/** Events that say something of participation; the finder of what is still to be counted names the same. */
const counted = `'person.joined', 'helper-profile.saved', 'helper-profile.paused', 'ask.created', 'ask.answered', 'ask.taken-back',
  'help-request.opened', 'help-request.accepted', 'help-request.closed', 'help-request.cancelled', 'help-request.expired',
  'desk-question.asked', 'desk-question.moved', 'desk-question.answered', 'desk-question.withdrawn', 'circle.turn-over'`;

/** Figures of questions to the desk and of circles, who carries how much, and why nobody came. */
export class MoreFigures1763800012600 implements MigrationInterface {
  readonly name = 'MoreFigures1763800012600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE outbox SET counted_at = app_now() WHERE type LIKE 'desk-question.%';
      DROP INDEX outbox_uncounted;
      CREATE INDEX outbox_uncounted ON outbox (municipality_id, id) WHERE counted_at IS NULL AND type IN (${counted});

      ALTER TABLE circle_slot ADD COLUMN ended_told_at timestamptz;
      CREATE INDEX circle_slot_over ON circle_slot (municipality_id, ends_at)
        WHERE ended_told_at IS NULL AND status <> 'cancelled';

      -- Municipalities whose figures were counted by older rules; they are made anew before anything is added to them.
      CREATE TABLE participation_recount (
        municipality_id uuid PRIMARY KEY REFERENCES municipality
      );
      INSERT INTO participation_recount SELECT id FROM municipality;
      ALTER TABLE participation_recount ENABLE ROW LEVEL SECURITY;
      ALTER TABLE participation_recount FORCE ROW LEVEL SECURITY;
      CREATE POLICY participation_recount_visible ON participation_recount
        USING (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system()))
        WITH CHECK (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system()));
      GRANT SELECT, DELETE ON participation_recount TO zb_app;
    `);
    const municipalities = (await queryRunner.query('SELECT id FROM municipality')) as { id: string }[];
    for (const { id } of municipalities) await tellAnew(queryRunner, id);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE participation_recount;
      ALTER TABLE circle_slot DROP COLUMN ended_told_at;
      DROP INDEX outbox_uncounted;
      CREATE INDEX outbox_uncounted ON outbox (municipality_id, id) WHERE counted_at IS NULL AND type IN (${countedBefore});
    `);
  }
}

/**
 * What the old events of the desk leave out is not known any more, so the questions themselves are told anew. Of who was
 * erased it is known how often they helped, and no longer how the helps were spread.
 */
async function tellAnew(queryRunner: QueryRunner, municipalityId: string): Promise<void> {
  const enter = `SELECT set_config('app.scope', $1, true), set_config('app.municipality_id', $2, true)`;
  await queryRunner.query(enter, ['system', municipalityId]);
  const statements = [
    `INSERT INTO outbox (id, municipality_id, type, payload, occurred_at, published_at)
     SELECT gen_random_uuid(), municipality_id, 'desk-question.asked', jsonb_build_object('questionId', id), asked_at, app_now()
       FROM desk_question WHERE municipality_id = $1`,
    `INSERT INTO outbox (id, municipality_id, type, payload, occurred_at, published_at)
     SELECT gen_random_uuid(), municipality_id,
            CASE WHEN theme IS NULL THEN 'desk-question.withdrawn' ELSE 'desk-question.answered' END,
            jsonb_build_object('questionId', id, 'askerId', asker_id, 'theme', theme), answered_at, app_now()
       FROM desk_question WHERE municipality_id = $1 AND status = 'answered'`,
    `INSERT INTO participation_figure (municipality_id, quarter, district_code, organisation_id, measure, bucket, amount, settled)
     SELECT municipality_id, quarter, district_code, organisation_id, 'helps-by-load', 'unknown', settled, settled
       FROM participation_figure WHERE municipality_id = $1 AND measure = 'helps' AND settled > 0`,
  ];
  for (const statement of statements) await queryRunner.query(statement, [municipalityId]);
  await queryRunner.query(enter, ['', '']);
}
