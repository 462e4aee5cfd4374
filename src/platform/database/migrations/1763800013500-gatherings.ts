import type { MigrationInterface, QueryRunner } from 'typeorm';

const countedBefore = `'person.joined', 'helper-profile.saved', 'helper-profile.paused', 'ask.created', 'ask.answered', 'ask.taken-back',
  'help-request.opened', 'help-request.accepted', 'help-request.closed', 'help-request.cancelled', 'help-request.expired',
  'desk-question.asked', 'desk-question.moved', 'desk-question.answered', 'desk-question.withdrawn', 'circle.turn-over',
  'strain-signal.given', 'strain-signal.taken-back'`;

/** Events that say something of participation; the finder of what is still to be counted names the same. */
const counted = `${countedBefore}, 'gathering.over'`;

const indexOf = (types: string): string => `
  DROP INDEX outbox_uncounted;
  CREATE INDEX outbox_uncounted ON outbox (municipality_id, id) WHERE counted_at IS NULL AND type IN (${types})`;

const ours = 'municipality_id = (SELECT app_municipality())';
const organises = `((SELECT app_is_system()) OR association_id = ANY ((SELECT app_organisations())::uuid[]))`;

/** Gatherings that an organisation announces to everybody, their dates, and who said to come to one that is still ahead. */
export class Gatherings1763800013500 implements MigrationInterface {
  readonly name = 'Gatherings1763800013500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    const visible: Readonly<Record<string, string>> = {
      gathering: organises,
      gathering_date: organises,
      // The organiser sees a number alone, so no organisation may read who comes.
      gathering_visit: `((SELECT app_is_system()) OR person_id = (SELECT app_person()))`,
    };
    for (const [table, rule] of Object.entries(visible)) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${ours} AND ${rule}) WITH CHECK (${ours} AND ${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
    await queryRunner.query(indexOf(counted));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(indexOf(countedBefore));
    await queryRunner.query('DROP TABLE gathering_visit, gathering_date, gathering');
  }
}

const tables = `
  CREATE TABLE gathering (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    association_id uuid NOT NULL,
    kind text NOT NULL,
    -- What stands on a public poster: of the gathering, not of a person.
    title text NOT NULL,
    words text NOT NULL,
    place text NOT NULL,
    neighbourhood_code text NOT NULL,
    for_whom text NOT NULL,
    seats integer CHECK (seats > 0),
    -- RRULE of RFC 5545, by the wall clock of Europe/Amsterdam; null for one time.
    rule text,
    announced_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, association_id) REFERENCES association
  );
  CREATE INDEX gathering_association ON gathering (municipality_id, association_id);
  CREATE TABLE gathering_date (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    gathering_id uuid NOT NULL,
    association_id uuid NOT NULL,
    day date NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('planned', 'cancelled')),
    -- How many said that they would come; kept when it is over and nobody is known by name any more.
    expected integer,
    outcome text CHECK (outcome IN ('held', 'not-held')),
    came integer CHECK (came >= 0),
    over_told_at timestamptz,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, gathering_id, day),
    CHECK ((came IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'held')),
    CHECK (status = 'planned' OR outcome IS NULL),
    CHECK (ends_at > starts_at),
    FOREIGN KEY (municipality_id, gathering_id) REFERENCES gathering ON DELETE CASCADE
  );
  CREATE INDEX gathering_date_coming ON gathering_date (municipality_id, ends_at) WHERE over_told_at IS NULL;
  CREATE INDEX gathering_date_unnoted ON gathering_date (municipality_id, association_id, ends_at)
    WHERE status = 'planned' AND outcome IS NULL;
  CREATE TABLE gathering_visit (
    municipality_id uuid NOT NULL,
    gathering_date_id uuid NOT NULL,
    person_id uuid NOT NULL,
    -- People who come along.
    extra integer NOT NULL CHECK (extra BETWEEN 0 AND 3),
    said_at timestamptz NOT NULL,
    reminded_for timestamptz,
    PRIMARY KEY (municipality_id, gathering_date_id, person_id),
    FOREIGN KEY (municipality_id, gathering_date_id) REFERENCES gathering_date ON DELETE CASCADE,
    FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE INDEX gathering_visit_person ON gathering_visit (municipality_id, person_id);
`;
