import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who wants nothing to do with whom. A block works both ways and is told to nobody; it outlives an account, because
 * `blocked_address` knows somebody who comes back with the same e-mail address, by a mark that gives no address away.
 */
export class PersonBlocks1763800006000 implements MigrationInterface {
  readonly name = 'PersonBlocks1763800006000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE person_block (
        municipality_id uuid NOT NULL REFERENCES municipality,
        blocker_id uuid NOT NULL,
        blocked_id uuid NOT NULL CHECK (blocked_id <> blocker_id),
        id uuid NOT NULL,
        -- A block that came along when somebody registered again; it goes when the first one goes.
        copy_of uuid,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, blocker_id, blocked_id),
        UNIQUE (municipality_id, id),
        FOREIGN KEY (municipality_id, copy_of) REFERENCES person_block (municipality_id, id) ON DELETE CASCADE
      );
      CREATE INDEX person_block_blocked ON person_block (municipality_id, blocked_id);
      CREATE INDEX person_block_copies ON person_block (municipality_id, copy_of) WHERE copy_of IS NOT NULL;
      CREATE TABLE blocked_address (
        municipality_id uuid NOT NULL REFERENCES municipality,
        mark bytea NOT NULL,
        person_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, mark, person_id)
      );
      CREATE INDEX blocked_address_person ON blocked_address (municipality_id, person_id);
    `);
    const ofMunicipality = 'municipality_id = (SELECT app_municipality())';
    // Both sides may find out in their own transaction that they may not meet; only the blocker is ever shown it.
    const visible: Record<string, string> = {
      person_block: `${ofMunicipality} AND ((SELECT app_is_system()) OR blocker_id = (SELECT app_person()) OR blocked_id = (SELECT app_person()))`,
      blocked_address: `${ofMunicipality} AND (SELECT app_is_system())`,
    };
    for (const [table, rule] of Object.entries(visible)) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE blocked_address, person_block');
  }
}
