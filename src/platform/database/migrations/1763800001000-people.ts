import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their keys, roles and sessions. Names, address, phone and e-mail are ciphertext under the person's own key. */
export class People1763800001000 implements MigrationInterface {
  readonly name = 'People1763800001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE person (
        municipality_id uuid NOT NULL REFERENCES municipality,
        id uuid NOT NULL,
        email_index bytea,
        email_enc bytea,
        given_name_enc bytea,
        family_name_enc bytea,
        phone_enc bytea,
        language text NOT NULL DEFAULT 'nl',
        age_band text,
        status text NOT NULL DEFAULT 'unverified' CHECK (status IN ('unverified', 'active', 'blocked', 'erased')),
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE UNIQUE INDEX person_email ON person (municipality_id, email_index);
      CREATE TABLE person_key (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        wrapped_key bytea NOT NULL,
        PRIMARY KEY (municipality_id, person_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      ALTER TABLE association ADD FOREIGN KEY (municipality_id, contact_person_id) REFERENCES person;
      CREATE TABLE membership (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        association_id uuid,
        role text NOT NULL CHECK (role IN ('caregiver', 'neighbour', 'coordinator', 'desk', 'monitor', 'administrator')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        UNIQUE NULLS NOT DISTINCT (municipality_id, person_id, role, association_id)
      );
      CREATE TABLE sign_in_challenge (
        municipality_id uuid NOT NULL REFERENCES municipality,
        id uuid NOT NULL,
        email_index bytea NOT NULL,
        email_enc bytea NOT NULL,
        code_hash text NOT NULL,
        code_enc bytea,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        sent_at timestamptz,
        help_request_id uuid,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX sign_in_challenge_recent ON sign_in_challenge (municipality_id, email_index, created_at);
      CREATE INDEX sign_in_challenge_unsent ON sign_in_challenge (municipality_id, created_at) WHERE sent_at IS NULL;
      CREATE TABLE session (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX session_token ON session (municipality_id, token_hash);
      CREATE INDEX session_person ON session (municipality_id, person_id) WHERE ended_at IS NULL;
      CREATE TABLE action_token (
        municipality_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        kind text NOT NULL CHECK (kind IN ('answer-ask', 'confirm-helpers', 'record-outcome', 'pause')),
        subject_id uuid NOT NULL,
        person_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (municipality_id, token_hash),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE TABLE idempotency_key (
        municipality_id uuid NOT NULL REFERENCES municipality,
        scope bytea NOT NULL,
        key text NOT NULL,
        body_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        answer_enc bytea NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, scope, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (municipality_id, created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE idempotency_key, action_token, session, sign_in_challenge, membership, person_key, person CASCADE',
    );
  }
}
