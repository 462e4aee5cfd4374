import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which people sign in without a code: the public half only, and which sessions were opened by one. */
export class Passkeys1763800011410 implements MigrationInterface {
  readonly name = 'Passkeys1763800011410';

  async up(queryRunner: QueryRunner): Promise<void> {
    const mine = `municipality_id = (SELECT app_municipality())
      AND ((SELECT app_is_system()) OR person_id = (SELECT app_person()))`;
    const system = 'municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())';
    await queryRunner.query(`
      ALTER TABLE session ADD COLUMN by_passkey boolean NOT NULL DEFAULT false;
      CREATE TABLE passkey (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        browser text NOT NULL,
        platform text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, credential_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX passkey_person ON passkey (municipality_id, person_id);
      CREATE TABLE passkey_challenge (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        -- Nobody yet for who is about to sign in.
        person_id uuid,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX passkey_challenge_over ON passkey_challenge (municipality_id, expires_at);
      ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
      ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
      CREATE POLICY passkey_visible ON passkey USING (${mine}) WITH CHECK (${mine});
      ALTER TABLE passkey_challenge ENABLE ROW LEVEL SECURITY;
      ALTER TABLE passkey_challenge FORCE ROW LEVEL SECURITY;
      CREATE POLICY passkey_challenge_visible ON passkey_challenge USING (${system}) WITH CHECK (${system});
      GRANT SELECT, INSERT, UPDATE, DELETE ON passkey, passkey_challenge TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE passkey_challenge, passkey;
      ALTER TABLE session DROP COLUMN by_passkey;
    `);
  }
}
