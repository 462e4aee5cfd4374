import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that comes in for conversations, kept until it was worked; and which messages came that way. */
export class ReplyMail1763800013400 implements MigrationInterface {
  readonly name = 'ReplyMail1763800013400';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = `municipality_id = (SELECT app_municipality())
      AND ((SELECT app_is_system()) OR person_id = (SELECT app_person()))`;
    await queryRunner.query(`
      ALTER TABLE message ADD COLUMN by_mail boolean NOT NULL DEFAULT false;
      CREATE TABLE reply_mail (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        -- Of address and Message-ID: the same mail once more is the same row.
        fingerprint bytea NOT NULL,
        received_at timestamptz NOT NULL,
        -- Gone as soon as there is an outcome.
        raw_enc bytea,
        outcome text CHECK (outcome IN ('passed', 'automatic', 'unreadable', 'over', 'other-sender', 'empty', 'too-long', 'files-left')),
        -- What was written and not passed on, until whoever wrote it was told.
        words_enc bytea,
        returned_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, fingerprint),
        CHECK ((raw_enc IS NULL) = (outcome IS NOT NULL)),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX reply_mail_of ON reply_mail (municipality_id, conversation_id, person_id, received_at);
      CREATE INDEX reply_mail_age ON reply_mail (municipality_id, received_at);
      ALTER TABLE reply_mail ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reply_mail FORCE ROW LEVEL SECURITY;
      CREATE POLICY reply_mail_own ON reply_mail USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON reply_mail TO zb_app;
      DO $$ DECLARE kinds text := pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'action_token_kind_check';
      BEGIN
        ALTER TABLE action_token DROP CONSTRAINT action_token_kind_check;
        EXECUTE format('ALTER TABLE action_token ADD CONSTRAINT action_token_kind_check CHECK (kind = ''reply-by-mail'' OR %s)',
                       regexp_replace(kinds, '^CHECK', ''));
      END $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE reply_mail;
      ALTER TABLE message DROP COLUMN by_mail;
      DELETE FROM action_token WHERE kind = 'reply-by-mail';
    `);
  }
}
