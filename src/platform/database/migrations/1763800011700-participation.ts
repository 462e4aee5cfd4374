import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that say something of participation; the finder of what is still to be counted names the same. */
const counted = `'person.joined', 'helper-profile.saved', 'helper-profile.paused', 'ask.created', 'ask.taken-back',
  'help-request.opened', 'help-request.accepted', 'help-request.closed', 'help-request.cancelled', 'help-request.expired'`;

/**
 * Who takes part how much, as counts, and the facts they are counted from. A fact holds ids and codes; a person stands in
 * it under a made-up id, and the one row that says whose id that is goes when the person does.
 */
export class Participation1763800011700 implements MigrationInterface {
  readonly name = 'Participation1763800011700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE outbox ADD COLUMN counted_at timestamptz;
      CREATE INDEX outbox_uncounted ON outbox (municipality_id, id) WHERE counted_at IS NULL AND type IN (${counted});

      CREATE TABLE participation_subject (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        history_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, person_id),
        UNIQUE (municipality_id, history_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE TABLE participation_fact (
        municipality_id uuid NOT NULL REFERENCES municipality,
        history_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        day date NOT NULL,
        district_code text NOT NULL,
        organisation_id text NOT NULL,
        code text NOT NULL,
        detail text NOT NULL,
        amount integer NOT NULL,
        PRIMARY KEY (municipality_id, history_id, id)
      );
      CREATE TABLE participation_figure (
        municipality_id uuid NOT NULL REFERENCES municipality,
        quarter text NOT NULL,
        district_code text NOT NULL,
        organisation_id text NOT NULL,
        measure text NOT NULL,
        bucket text NOT NULL,
        amount integer NOT NULL,
        -- Part of the amount that is of people who were erased: no fact stands behind it any more.
        settled integer NOT NULL DEFAULT 0 CHECK (settled >= 0),
        PRIMARY KEY (municipality_id, quarter, district_code, organisation_id, measure, bucket)
      );
    `);
    const ofMunicipality = 'municipality_id = (SELECT app_municipality())';
    for (const table of ['participation_subject', 'participation_fact', 'participation_figure']) {
      const rule = `${ofMunicipality} AND (SELECT app_is_system())`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
      `);
    }
    // A fact is added, or goes with its person; it is never another one than it was.
    await queryRunner.query(`
      GRANT SELECT, INSERT, DELETE ON participation_subject, participation_fact TO zb_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON participation_figure TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE participation_figure, participation_fact, participation_subject;
      DROP INDEX outbox_uncounted;
      ALTER TABLE outbox DROP COLUMN counted_at;
    `);
  }
}
