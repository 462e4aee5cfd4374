import type { MigrationInterface, QueryRunner } from 'typeorm';

const ours = 'municipality_id = (SELECT app_municipality())';
const system = '(SELECT app_is_system())';
const me = '(SELECT app_person())';

/** Somebody whom the caregiver let in, in one of these roles. A policy may not look at its own table, so members have another. */
const member = (table: string, circleId: string, roles: string) => `EXISTS (SELECT 1 FROM circle_member m
  WHERE m.municipality_id = ${table}.municipality_id AND m.circle_id = ${table}.${circleId}
    AND m.person_id = ${me} AND m.status = 'active' AND m.role IN (${roles}))`;
const everyone = `'relative', 'helper', 'casemanager'`;

interface Rule {
  readonly reads: string;
  readonly writes: string;
}

const rules: Readonly<Record<string, Rule>> = {
  circle: { reads: member('circle', 'id', everyone), writes: 'false' },
  circle_member: { reads: `person_id = ${me}`, writes: 'false' },
  circle_invitation: {
    reads: member('circle_invitation', 'circle_id', `'relative'`),
    writes: member('circle_invitation', 'circle_id', `'relative'`),
  },
  circle_series: {
    reads: member('circle_series', 'circle_id', everyone),
    writes: member('circle_series', 'circle_id', `'relative'`),
  },
  circle_slot: {
    reads: member('circle_slot', 'circle_id', everyone),
    writes: member('circle_slot', 'circle_id', `'relative', 'helper'`),
  },
};

/** The circle of neighbours around a caregiver, what repeats in it, and its turns. Organisations see none of it. */
export class Circles1763800011300 implements MigrationInterface {
  readonly name = 'Circles1763800011300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const [table, { reads, writes }] of Object.entries(rules)) {
      const mine = `${system} OR caregiver_id = ${me}`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table}
          USING (${ours} AND (${mine} OR ${reads})) WITH CHECK (${ours} AND (${mine} OR ${writes}));
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE circle_slot, circle_series, circle_invitation, circle, circle_member');
  }
}

const tables = `
  CREATE TABLE circle_member (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    circle_id uuid NOT NULL,
    caregiver_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('relative', 'helper', 'casemanager')),
    -- Waiting: the caregiver has not said yes yet, and nothing of the circle is shown.
    status text NOT NULL CHECK (status IN ('waiting', 'active')),
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, circle_id, person_id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE INDEX circle_member_person ON circle_member (municipality_id, person_id);
  CREATE TABLE circle (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    caregiver_id uuid NOT NULL,
    neighbourhood_code text NOT NULL,
    address_enc bytea,
    -- How long before its beginning an open turn goes to the board.
    lead_hours integer NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    -- The Monday of the week in which open turns were last told.
    told_week date NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, caregiver_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX circle_running ON circle (municipality_id, caregiver_id) WHERE ended_at IS NULL;
  ALTER TABLE circle_member ADD FOREIGN KEY (municipality_id, circle_id) REFERENCES circle ON DELETE CASCADE;
  CREATE TABLE circle_invitation (
    municipality_id uuid NOT NULL,
    circle_id uuid NOT NULL,
    caregiver_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('relative', 'helper', 'casemanager')),
    token_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (municipality_id, circle_id, role),
    UNIQUE (municipality_id, token_hash),
    FOREIGN KEY (municipality_id, circle_id) REFERENCES circle ON DELETE CASCADE
  );
  CREATE TABLE circle_series (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    circle_id uuid NOT NULL,
    caregiver_id uuid NOT NULL,
    category text NOT NULL,
    note_enc bytea NOT NULL,
    -- RRULE of RFC 5545, by the wall clock of Europe/Amsterdam.
    rule text NOT NULL,
    start_day date NOT NULL,
    until_day date NOT NULL,
    minute_of_day integer NOT NULL,
    minutes integer NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, circle_id) REFERENCES circle ON DELETE CASCADE
  );
  CREATE INDEX circle_series_circle ON circle_series (municipality_id, circle_id);
  CREATE TABLE circle_slot (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    circle_id uuid NOT NULL,
    caregiver_id uuid NOT NULL,
    series_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'taken', 'asked', 'cancelled')),
    taker_id uuid,
    taken_at timestamptz,
    swap_asked boolean NOT NULL DEFAULT false,
    swap_to_id uuid,
    help_request_id uuid,
    -- Why it could not be put on the board.
    ask_refusal text,
    reminded_for timestamptz,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, series_id, starts_at),
    CHECK ((taker_id IS NOT NULL) = (status = 'taken')),
    CHECK (status = 'taken' OR NOT swap_asked),
    FOREIGN KEY (municipality_id, series_id) REFERENCES circle_series ON DELETE CASCADE,
    FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE SET NULL (help_request_id)
  );
  CREATE INDEX circle_slot_circle ON circle_slot (municipality_id, circle_id, starts_at);
  CREATE INDEX circle_slot_taker ON circle_slot (municipality_id, taker_id, starts_at) WHERE taker_id IS NOT NULL;
  CREATE INDEX circle_slot_due ON circle_slot (municipality_id, starts_at) WHERE status IN ('open', 'taken', 'asked');
`;
