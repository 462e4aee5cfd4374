import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Campaigns of an organisation among its willing, with who was drawn to get a letter and who was not, stored before the
 * first one leaves; and whether somebody wants such letters.
 */
export class Activation1763800011800 implements MigrationInterface {
  readonly name = 'Activation1763800011800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(tokens);
    const visible = {
      campaign: 'association_id = ANY ((SELECT app_organisations())::uuid[])',
      invitation: 'person_id = (SELECT app_person())',
    };
    for (const [table, others] of Object.entries(visible)) {
      const rule = `municipality_id = (SELECT app_municipality()) AND ((SELECT app_is_system()) OR ${others})`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE invitation, campaign;
      ALTER TABLE helper_profile DROP COLUMN invitations;
      DELETE FROM action_token WHERE kind = 'no-invitations'`);
  }
}

const tables = `
  ALTER TABLE helper_profile ADD COLUMN invitations boolean NOT NULL DEFAULT true;
  COMMENT ON COLUMN helper_profile.invitations IS 'False for who wants no letters of coordinators about helping';
  CREATE TABLE campaign (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    association_id uuid NOT NULL,
    segment text NOT NULL CHECK (segment IN ('never-asked', 'asked-and-silent', 'helped-once', 'resting')),
    started_by_id uuid NOT NULL,
    -- Under the key of who started it.
    words_enc bytea,
    -- With the people it was drawn from, this gives the same draw again.
    seed bigint NOT NULL,
    started_at timestamptz NOT NULL,
    next_due_at timestamptz,
    stopped_at timestamptz,
    finished_at timestamptz,
    invited_people integer NOT NULL,
    held_out_people integer NOT NULL,
    invited_helped integer,
    held_out_helped integer,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, association_id) REFERENCES association,
    FOREIGN KEY (municipality_id, started_by_id) REFERENCES person
  );
  CREATE UNIQUE INDEX campaign_one_a_group ON campaign (municipality_id, association_id, segment) WHERE finished_at IS NULL;
  CREATE INDEX campaign_due ON campaign (municipality_id, next_due_at) WHERE next_due_at IS NOT NULL;
  CREATE TABLE invitation (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    -- Null once that person was erased: the draw stays whole, and leads to nobody.
    person_id uuid,
    arm text NOT NULL CHECK (arm IN ('invited', 'held-out')),
    position integer NOT NULL,
    -- When it was counted in the person's week, and when it was held back after all.
    written_at timestamptz,
    withheld_at timestamptz,
    -- Noted when the person goes, or when the outcome is looked at.
    helped boolean,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, campaign_id) REFERENCES campaign ON DELETE CASCADE,
    FOREIGN KEY (municipality_id, person_id) REFERENCES person
  );
  CREATE UNIQUE INDEX invitation_position ON invitation (municipality_id, campaign_id, position);
  CREATE INDEX invitation_person ON invitation (municipality_id, person_id, written_at DESC)`;

/** One kind of link more, whichever others there are by now. */
const tokens = `
  DO $$ DECLARE kinds text := pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'action_token_kind_check';
  BEGIN
    ALTER TABLE action_token DROP CONSTRAINT action_token_kind_check;
    EXECUTE format('ALTER TABLE action_token ADD CONSTRAINT action_token_kind_check CHECK (kind = ''no-invitations'' OR %s)',
                   regexp_replace(kinds, '^CHECK', ''));
  END $$`;
