import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox every effect leaves by, receipts, notifications and the board. Ids and codes only, no words of people. */
export class Delivery1763800003000 implements MigrationInterface {
  readonly name = 'Delivery1763800003000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality,
        type text NOT NULL,
        payload jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        published_at timestamptz
      );
      CREATE INDEX outbox_pending ON outbox (id) WHERE published_at IS NULL;
      CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;
      CREATE TABLE job_receipt (
        municipality_id uuid NOT NULL REFERENCES municipality,
        job_id text NOT NULL,
        done_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, job_id)
      );
      CREATE INDEX job_receipt_age ON job_receipt (done_at);
      CREATE TABLE notification (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        event_id uuid NOT NULL,
        recipient_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('inbox', 'email', 'sms', 'voice')),
        template text NOT NULL,
        subject_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN
          ('created', 'sending', 'sent', 'failed-temporary', 'failed-permanent', 'unknown', 'skipped')),
        reason text,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        claimed_at timestamptz,
        next_attempt_at timestamptz,
        sent_at timestamptz,
        read_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, event_id, recipient_id, channel),
        FOREIGN KEY (municipality_id, recipient_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX notification_due ON notification (municipality_id, next_attempt_at)
        WHERE status IN ('created', 'sending', 'failed-temporary', 'unknown');
      CREATE INDEX notification_inbox ON notification (municipality_id, recipient_id, created_at DESC) WHERE channel = 'inbox';
      CREATE TABLE board_area (
        municipality_id uuid NOT NULL,
        association_id uuid NOT NULL,
        sequence bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (municipality_id, association_id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association
      );
      CREATE TABLE board_entry (
        municipality_id uuid NOT NULL,
        association_id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        sequence bigint NOT NULL,
        version integer NOT NULL,
        visible boolean NOT NULL,
        category text NOT NULL,
        urgency text NOT NULL,
        day date NOT NULL,
        day_part text NOT NULL,
        expected_minutes integer NOT NULL,
        cell_code text NOT NULL REFERENCES cell,
        status text NOT NULL,
        PRIMARY KEY (municipality_id, association_id, help_request_id)
      );
      CREATE INDEX board_entry_since ON board_entry (municipality_id, association_id, sequence);
      CREATE INDEX board_entry_visible ON board_entry (municipality_id, association_id) WHERE visible;
      CREATE TABLE socket_io_attachments (
        id bigserial UNIQUE,
        created_at timestamptz DEFAULT now(),
        payload bytea
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE socket_io_attachments, board_entry, board_area, notification, job_receipt, outbox CASCADE',
    );
  }
}
