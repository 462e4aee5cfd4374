import type { MigrationInterface, QueryRunner } from 'typeorm';

const channelsBefore = `'inbox', 'email', 'sms', 'voice'`;

/** Browsers that want messages pushed to them; where they listen is ciphertext under the person's own key. */
export class Push1763800008300 implements MigrationInterface {
  readonly name = 'Push1763800008300';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = `municipality_id = (SELECT app_municipality())
      AND ((SELECT app_is_system()) OR person_id = (SELECT app_person()))`;
    await queryRunner.query(`
      CREATE TABLE push_subscription (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        -- A browser is told of nothing any more once the session it was given leave in has ended.
        session_id uuid NOT NULL,
        endpoint_hash bytea NOT NULL,
        subscription_enc bytea NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, person_id, endpoint_hash),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, session_id) REFERENCES session ON DELETE CASCADE
      );
      CREATE INDEX push_subscription_endpoint ON push_subscription (municipality_id, endpoint_hash);
      ALTER TABLE push_subscription ENABLE ROW LEVEL SECURITY;
      ALTER TABLE push_subscription FORCE ROW LEVEL SECURITY;
      CREATE POLICY push_subscription_visible ON push_subscription USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON push_subscription TO zb_app;
      ALTER TABLE notification DROP CONSTRAINT notification_channel_check;
      ALTER TABLE notification ADD CONSTRAINT notification_channel_check CHECK (channel IN (${channelsBefore}, 'push'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE channel = 'push';
      ALTER TABLE notification DROP CONSTRAINT notification_channel_check;
      ALTER TABLE notification ADD CONSTRAINT notification_channel_check CHECK (channel IN (${channelsBefore}));
      DROP TABLE push_subscription;
    `);
  }
}
