import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail. Entries, links and heads can be added and read, never changed: the application has no right to.
 * An entry waits in `audit_pending` until the one writer of its municipality has put it in the chain.
 */
export class Audit1763800006100 implements MigrationInterface {
  readonly name = 'Audit1763800006100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        municipality_id uuid NOT NULL REFERENCES municipality,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        act text NOT NULL,
        actor_id uuid,
        association_id uuid,
        subject_id uuid,
        about_id uuid,
        reason text,
        -- JSON as it was written, because its bytes are in the chain; personal values only as a keyed hash.
        details text NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX audit_entry_subject ON audit_entry (municipality_id, subject_id, at DESC) WHERE subject_id IS NOT NULL;
      CREATE INDEX audit_entry_association ON audit_entry (municipality_id, association_id, at DESC) WHERE association_id IS NOT NULL;
      CREATE TABLE audit_pending (
        municipality_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, entry_id)
      );
      CREATE TABLE audit_link (
        municipality_id uuid NOT NULL,
        sequence bigint NOT NULL CHECK (sequence > 0),
        entry_id uuid NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (municipality_id, sequence),
        UNIQUE (municipality_id, entry_id)
      );
      CREATE TABLE audit_head (
        municipality_id uuid NOT NULL,
        day date NOT NULL,
        sequence bigint NOT NULL,
        hash bytea NOT NULL,
        exported_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, day)
      );
    `);
    const ofMunicipality = 'municipality_id = (SELECT app_municipality())';
    for (const table of ['audit_entry', 'audit_pending', 'audit_link', 'audit_head']) {
      const rule = `${ofMunicipality} AND (SELECT app_is_system())`;
      // Whatever is done in a person's own name is written down too; reading it back is for the system.
      const writes = table === 'audit_entry' || table === 'audit_pending' ? ofMunicipality : rule;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${writes});
        GRANT SELECT, INSERT ON ${table} TO zb_app;
      `);
    }
    await queryRunner.query('GRANT DELETE ON audit_pending TO zb_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_head, audit_link, audit_pending, audit_entry');
  }
}
