import type { MigrationInterface, QueryRunner } from 'typeorm';

const visible = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_visible ON ${table}
    USING (municipality_id = (SELECT app_municipality())
      AND ((SELECT app_is_system()) OR asker_id = (SELECT app_person()) OR helper_id = (SELECT app_person())))
    WITH CHECK (municipality_id = (SELECT app_municipality())
      AND ((SELECT app_is_system()) OR asker_id = (SELECT app_person()) OR helper_id = (SELECT app_person())));
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;`;

/**
 * What the two sides of an agreement write to each other. A conversation has the id of its acceptance. Only the two see
 * it: organisations are left out of the policy on purpose.
 */
export class Conversations1763800008000 implements MigrationInterface {
  readonly name = 'Conversations1763800008000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE conversation (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        asker_id uuid NOT NULL,
        helper_id uuid NOT NULL,
        message_count integer NOT NULL DEFAULT 0,
        asker_read_number integer NOT NULL DEFAULT 0,
        helper_read_number integer NOT NULL DEFAULT 0,
        asker_told_number integer NOT NULL DEFAULT 0,
        helper_told_number integer NOT NULL DEFAULT 0,
        asker_told_at timestamptz,
        helper_told_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, id) REFERENCES acceptance ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE
      );
      CREATE INDEX conversation_request ON conversation (municipality_id, help_request_id);
      CREATE INDEX conversation_asker ON conversation (municipality_id, asker_id);
      CREATE INDEX conversation_helper ON conversation (municipality_id, helper_id);
      CREATE INDEX conversation_untold ON conversation (municipality_id)
        WHERE message_count > asker_read_number OR message_count > helper_read_number;
      CREATE TABLE message (
        municipality_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        id uuid NOT NULL,
        number integer NOT NULL,
        asker_id uuid NOT NULL,
        helper_id uuid NOT NULL,
        sender_id uuid NOT NULL,
        body_enc bytea NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, conversation_id, id),
        UNIQUE (municipality_id, conversation_id, number),
        FOREIGN KEY (municipality_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
      );
    `);
    for (const table of ['conversation', 'message']) await queryRunner.query(visible(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE message, conversation');
  }
}
