import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Help requests, who helps, who is willing and who is asked. The municipality is in every key. */
export class Help1763800002000 implements MigrationInterface {
  readonly name = 'Help1763800002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE help_request (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        association_id uuid NOT NULL,
        neighbourhood_code text NOT NULL REFERENCES neighbourhood,
        asker_id uuid NOT NULL,
        posted_by_id uuid NOT NULL,
        relation text CHECK (relation IN ('relative', 'phone-intake', 'referral')),
        beneficiary_id uuid,
        category text NOT NULL,
        urgency text NOT NULL CHECK (urgency IN ('acute', 'planned')),
        status text NOT NULL CHECK (status IN
          ('unconfirmed', 'in-review', 'open', 'matched', 'confirmed', 'completed', 'not-helped', 'cancelled', 'expired')),
        version integer NOT NULL,
        summary_enc bytea,
        address_enc bytea,
        contact_enc bytea,
        window_from timestamptz NOT NULL,
        window_until timestamptz NOT NULL CHECK (window_until > window_from),
        expected_minutes integer NOT NULL CHECK (expected_minutes BETWEEN 5 AND 480),
        helpers_needed integer NOT NULL CHECK (helpers_needed BETWEEN 1 AND 8),
        required_trust text NOT NULL CHECK (required_trust IN ('none', 'vouched', 'vog')),
        auto_confirm boolean NOT NULL,
        posted_at timestamptz NOT NULL,
        opened_at timestamptz,
        closed_at timestamptz,
        escalation_level smallint NOT NULL DEFAULT 0 CHECK (escalation_level BETWEEN 0 AND 2),
        escalation_reason text CHECK (escalation_reason IN ('clock', 'nobody-reachable')),
        coordinator_at timestamptz,
        desk_at timestamptz,
        outcome_asked_at timestamptz,
        outcome_helped boolean,
        outcome_note_enc bytea,
        outcome_by text CHECK (outcome_by IN ('asker', 'helper')),
        next_due_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, asker_id) REFERENCES person,
        FOREIGN KEY (municipality_id, posted_by_id) REFERENCES person,
        FOREIGN KEY (municipality_id, beneficiary_id) REFERENCES person
      );
      CREATE INDEX help_request_due ON help_request (municipality_id, next_due_at) WHERE next_due_at IS NOT NULL;
      CREATE INDEX help_request_asker ON help_request (municipality_id, asker_id, posted_at DESC);
      CREATE INDEX help_request_poster ON help_request (municipality_id, posted_by_id, posted_at DESC);
      CREATE INDEX help_request_work ON help_request (municipality_id, association_id, window_until)
        WHERE status IN ('in-review', 'open', 'matched');

      CREATE TABLE acceptance (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        association_id uuid NOT NULL,
        asker_id uuid NOT NULL,
        person_id uuid NOT NULL,
        trust text NOT NULL,
        status text NOT NULL CHECK (status IN ('accepted', 'confirmed', 'waitlisted', 'withdrawn', 'released')),
        seat smallint,
        since timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, person_id) REFERENCES person,
        CHECK ((seat IS NOT NULL) = (status IN ('accepted', 'confirmed')))
      );
      -- One winner a seat, also if the code above it were wrong.
      CREATE UNIQUE INDEX acceptance_one_a_seat ON acceptance (municipality_id, help_request_id, seat)
        WHERE status IN ('accepted', 'confirmed');
      CREATE UNIQUE INDEX acceptance_one_a_person ON acceptance (municipality_id, help_request_id, person_id)
        WHERE status IN ('accepted', 'confirmed', 'waitlisted');
      CREATE INDEX acceptance_request ON acceptance (municipality_id, help_request_id);
      CREATE INDEX acceptance_person ON acceptance (municipality_id, person_id, since DESC);

      CREATE TABLE helper_profile (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        neighbourhood_code text NOT NULL REFERENCES neighbourhood,
        max_distance text NOT NULL CHECK (max_distance IN ('own-neighbourhood', 'district', 'municipality')),
        weekly_ask_budget smallint NOT NULL CHECK (weekly_ask_budget BETWEEN 0 AND 14),
        quiet_from_minute smallint NOT NULL,
        quiet_until_minute smallint NOT NULL,
        accepts_acute boolean NOT NULL,
        paused_until timestamptz,
        trust text NOT NULL DEFAULT 'none' CHECK (trust IN ('none', 'vouched', 'vog')),
        already_helping boolean NOT NULL DEFAULT false,
        helps_while_asking boolean NOT NULL DEFAULT false,
        channels text[] NOT NULL DEFAULT '{email}',
        home_changes timestamptz[] NOT NULL DEFAULT '{}',
        willing_since timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, person_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX helper_profile_place ON helper_profile (municipality_id, neighbourhood_code);
      CREATE TABLE helper_category (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        category text NOT NULL,
        PRIMARY KEY (municipality_id, category, person_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES helper_profile ON DELETE CASCADE
      );
      CREATE INDEX helper_category_person ON helper_category (municipality_id, person_id);
      CREATE TABLE helper_availability (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        day smallint NOT NULL CHECK (day BETWEEN 1 AND 7),
        from_minute smallint NOT NULL,
        until_minute smallint NOT NULL CHECK (until_minute > from_minute),
        FOREIGN KEY (municipality_id, person_id) REFERENCES helper_profile ON DELETE CASCADE
      );
      CREATE INDEX helper_availability_person ON helper_availability (municipality_id, person_id);
      -- What the planner needs to know of somebody's load, kept up to date with every ask instead of counted from history.
      CREATE TABLE helper_load (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        recent_ask_times timestamptz[] NOT NULL DEFAULT '{}',
        asks_total integer NOT NULL DEFAULT 0,
        fatigue double precision NOT NULL DEFAULT 0,
        fatigue_at timestamptz,
        last_declined_at timestamptz,
        last_completed_at timestamptz,
        helps_completed integer NOT NULL DEFAULT 0,
        first_help_at timestamptz,
        PRIMARY KEY (municipality_id, person_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES helper_profile ON DELETE CASCADE
      );

      CREATE TABLE matching_plan (
        municipality_id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        round integer NOT NULL DEFAULT 0,
        next_wave_at timestamptz,
        PRIMARY KEY (municipality_id, help_request_id),
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE
      );
      CREATE INDEX matching_plan_due ON matching_plan (municipality_id, next_wave_at) WHERE next_wave_at IS NOT NULL;
      CREATE TABLE matching_town (
        municipality_id uuid PRIMARY KEY REFERENCES municipality,
        busy_share double precision NOT NULL DEFAULT 0
      );
      CREATE TABLE ask (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        association_id uuid NOT NULL,
        person_id uuid NOT NULL,
        round integer NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'yes', 'no', 'expired', 'closed')),
        probability double precision NOT NULL,
        reasons text[] NOT NULL,
        policy_version text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answered_at timestamptz,
        decline_reason text,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, help_request_id, person_id),
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, person_id) REFERENCES person
      );
      CREATE INDEX ask_person ON ask (municipality_id, person_id, created_at DESC);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ask, matching_town, matching_plan, helper_load, helper_availability,
      helper_category, helper_profile, acceptance, help_request CASCADE`);
  }
}
