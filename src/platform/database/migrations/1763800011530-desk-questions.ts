import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = `municipality_id = (SELECT app_municipality())
  AND ((SELECT app_is_system()) OR asker_id = (SELECT app_person()))`;

/** Questions to the desk: each with one owner, until it is answered. */
export class DeskQuestions1763800011530 implements MigrationInterface {
  readonly name = 'DeskQuestions1763800011530';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE desk_question (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        asker_id uuid NOT NULL,
        -- The organiser who wrote it down for somebody on the telephone.
        noted_by_id uuid,
        status text NOT NULL CHECK (status IN ('open', 'answered')),
        -- Question and answer, under the key of the asker.
        text_enc bytea,
        answer_enc bytea,
        owner_kind text NOT NULL CHECK (owner_kind IN ('association', 'desk', 'welfare')),
        owner_id uuid,
        offered_kind text CHECK (offered_kind IN ('association', 'desk', 'welfare')),
        offered_id uuid,
        theme text,
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        late_at timestamptz,
        answered_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, asker_id) REFERENCES person,
        FOREIGN KEY (municipality_id, owner_id) REFERENCES association,
        FOREIGN KEY (municipality_id, offered_id) REFERENCES association,
        CHECK ((owner_kind = 'welfare') = (owner_id IS NULL)),
        CHECK (offered_kind IS NOT NULL OR offered_id IS NULL)
      );
      CREATE INDEX desk_question_asker ON desk_question (municipality_id, asker_id, asked_at DESC);
      CREATE INDEX desk_question_owner ON desk_question (municipality_id, owner_id) WHERE status = 'open';
      CREATE INDEX desk_question_due ON desk_question (municipality_id, due_at) WHERE status = 'open' AND late_at IS NULL;
      CREATE INDEX desk_question_words ON desk_question (municipality_id, answered_at) WHERE text_enc IS NOT NULL;
      ALTER TABLE desk_question ENABLE ROW LEVEL SECURITY;
      ALTER TABLE desk_question FORCE ROW LEVEL SECURITY;
      CREATE POLICY desk_question_visible ON desk_question USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON desk_question TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE desk_question');
  }
}
