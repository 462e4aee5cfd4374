import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofMunicipality = 'municipality_id = (SELECT app_municipality())';
const system = '(SELECT app_is_system())';

/** Who sees a row, beside the same municipality, and what may be done with it. */
const tables: Record<string, { readonly visible: string; readonly grant: string }> = {
  personal_effect: {
    visible: `${system} OR person_id = (SELECT app_person())`,
    grant: 'SELECT, INSERT, UPDATE, DELETE',
  },
  matching_belief: { visible: system, grant: 'SELECT, INSERT, UPDATE, DELETE' },
  matching_decision: { visible: system, grant: 'SELECT, INSERT, DELETE' },
  // What was changed stays as it was written.
  policy_change: {
    visible: `${system} OR association_id = ANY ((SELECT app_organisations())::uuid[])`,
    grant: 'SELECT, INSERT',
  },
};

/** What asking teaches, what each decision rested on, and who set the policy. */
export class Learning1763800005100 implements MigrationInterface {
  readonly name = 'Learning1763800005100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(learning);
    await queryRunner.query(decisions);
    for (const [table, { visible, grant }] of Object.entries(tables)) {
      const rule = `${ofMunicipality} AND (${visible})`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT ${grant} ON ${table} TO zb_app;
      `);
    }
    await queryRunner.query(erasure);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER person_forgotten ON person;
      DROP FUNCTION forget_what_was_learned();
      DROP TABLE policy_change, matching_decision, matching_belief, personal_effect;
      ALTER TABLE association DROP COLUMN shadow_policy;
      ALTER TABLE matching_plan DROP COLUMN learn_at;
      ALTER TABLE ask DROP COLUMN decision_id, DROP COLUMN layout, DROP COLUMN features, DROP COLUMN effect_mean,
        DROP COLUMN effect_variance, DROP COLUMN belief_version, DROP COLUMN late_answer, DROP COLUMN late_answer_at,
        DROP COLUMN taken_back_at, DROP COLUMN outcome, DROP COLUMN outcome_minutes, DROP COLUMN expected,
        DROP COLUMN learned_at;
    `);
  }
}

const learning = `
  ALTER TABLE ask
    ADD COLUMN decision_id uuid,
    -- What was known when asking, for learning from the answer.
    ADD COLUMN layout text,
    ADD COLUMN features double precision[],
    ADD COLUMN effect_mean double precision,
    ADD COLUMN effect_variance double precision,
    ADD COLUMN belief_version integer,
    -- An answer after the request was solved: it helps nobody any more, but it tells how people answer.
    ADD COLUMN late_answer text CHECK (late_answer IN ('yes', 'no')),
    ADD COLUMN late_answer_at timestamptz,
    ADD COLUMN taken_back_at timestamptz,
    ADD COLUMN outcome text CHECK (outcome IN ('yes', 'declined', 'silent')),
    ADD COLUMN outcome_minutes double precision,
    -- Chance of a yes within the time there was, as it was believed when asking.
    ADD COLUMN expected double precision,
    ADD COLUMN learned_at timestamptz;
  CREATE INDEX ask_learned ON ask (municipality_id, learned_at) INCLUDE (expected, outcome) WHERE learned_at IS NOT NULL;
  ALTER TABLE matching_plan ADD COLUMN learn_at timestamptz;
  CREATE INDEX matching_plan_learn ON matching_plan (municipality_id, learn_at) WHERE learn_at IS NOT NULL;

  -- Two numbers a person, and nothing else that was learned about one.
  CREATE TABLE personal_effect (
    municipality_id uuid NOT NULL,
    person_id uuid NOT NULL,
    mean double precision NOT NULL,
    variance double precision NOT NULL CHECK (variance > 0),
    PRIMARY KEY (municipality_id, person_id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE TABLE matching_belief (
    municipality_id uuid NOT NULL REFERENCES municipality,
    version integer NOT NULL CHECK (version >= 0),
    body jsonb NOT NULL,
    learned_at timestamptz NOT NULL,
    PRIMARY KEY (municipality_id, version)
  )`;

const decisions = `
  ALTER TABLE association ADD COLUMN shadow_policy text;
  CREATE TABLE matching_decision (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    help_request_id uuid NOT NULL,
    -- The decision that was carried out, for one that was only tried beside it.
    shadow_of uuid,
    decided_at timestamptz NOT NULL,
    policy_version text NOT NULL,
    asked integer NOT NULL,
    newcomers integer NOT NULL,
    same_people integer,
    -- Everything the decision rested on, ids of people only; null beside a decision that holds the same.
    stored jsonb,
    plan jsonb NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE,
    FOREIGN KEY (municipality_id, shadow_of) REFERENCES matching_decision (municipality_id, id) ON DELETE CASCADE
  );
  CREATE INDEX matching_decision_request ON matching_decision (municipality_id, help_request_id, decided_at);
  CREATE INDEX matching_decision_shadow ON matching_decision (municipality_id, shadow_of) WHERE shadow_of IS NOT NULL;
  CREATE INDEX matching_decision_age ON matching_decision (municipality_id, decided_at);

  CREATE TABLE policy_change (
    municipality_id uuid NOT NULL,
    id uuid NOT NULL,
    association_id uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid NOT NULL,
    from_policy text NOT NULL,
    to_policy text NOT NULL,
    from_shadow text,
    to_shadow text,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, association_id) REFERENCES association
  );
  CREATE INDEX policy_change_association ON policy_change (municipality_id, association_id, changed_at DESC)`;

/** Whoever erases a person cannot forget what was learned about them: the database does it in the same transaction. */
const erasure = `
  CREATE FUNCTION forget_what_was_learned() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE own_scope text := current_setting('app.scope', true);
    BEGIN
      PERFORM set_config('app.scope', 'system', true);
      DELETE FROM personal_effect WHERE municipality_id = OLD.municipality_id AND person_id = OLD.id;
      UPDATE ask SET layout = NULL, features = NULL, effect_mean = NULL, effect_variance = NULL
       WHERE municipality_id = OLD.municipality_id AND person_id = OLD.id;
      DELETE FROM matching_decision WHERE municipality_id = OLD.municipality_id
         AND (stored #> '{people,personId}' ? OLD.id::text OR plan -> 'people' ? OLD.id::text);
      PERFORM set_config('app.scope', coalesce(own_scope, ''), true);
      RETURN NULL;
    END $$;
  CREATE TRIGGER person_forgotten AFTER UPDATE OF status ON person
    FOR EACH ROW WHEN (NEW.status = 'erased' AND OLD.status <> 'erased') EXECUTE FUNCTION forget_what_was_learned()`;
