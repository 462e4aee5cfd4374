import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = 'municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())';

/** Files that an administrator sends to be taken over: in parts, encrypted, and for a day at most. */
export class FileImports1763800012300 implements MigrationInterface {
  readonly name = 'FileImports1763800012300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE file_import (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('neighbourhoods', 'members')),
        -- Who invites; null: whoever looks after the neighbourhood of each row.
        association_id uuid,
        status text NOT NULL
          CHECK (status IN ('receiving', 'checking', 'waiting', 'taking', 'taken', 'refused', 'cancelled', 'expired')),
        only_good_rows boolean NOT NULL DEFAULT false,
        bytes integer NOT NULL CHECK (bytes BETWEEN 1 AND 33554432),
        received_bytes integer NOT NULL DEFAULT 0 CHECK (received_bytes <= bytes),
        sha256 bytea NOT NULL,
        rows_done integer NOT NULL DEFAULT 0,
        fault_count integer NOT NULL DEFAULT 0,
        -- What would change, and afterwards what did: counts and codes.
        outcome jsonb,
        created_at timestamptz NOT NULL,
        -- When something last happened to it; work that is silent was cut off.
        moved_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association ON DELETE CASCADE
      );
      -- One of a kind at a time: two half files would make the place of the parts unbounded.
      CREATE UNIQUE INDEX file_import_unfinished ON file_import (municipality_id, kind)
        WHERE status IN ('receiving', 'checking', 'waiting', 'taking');
      CREATE INDEX file_import_newest ON file_import (municipality_id, created_at DESC);

      -- The file itself, sealed outside the database.
      CREATE TABLE file_import_part (
        municipality_id uuid NOT NULL,
        import_id uuid NOT NULL,
        starts_at integer NOT NULL,
        content_enc bytea NOT NULL,
        PRIMARY KEY (municipality_id, import_id, starts_at),
        FOREIGN KEY (municipality_id, import_id) REFERENCES file_import ON DELETE CASCADE
      );
      -- What is wrong, by line; never a word of the file about somebody.
      CREATE TABLE file_import_fault (
        municipality_id uuid NOT NULL,
        import_id uuid NOT NULL,
        position integer NOT NULL,
        line integer,
        place text,
        problem text NOT NULL,
        PRIMARY KEY (municipality_id, import_id, position),
        FOREIGN KEY (municipality_id, import_id) REFERENCES file_import ON DELETE CASCADE
      );
    `);
    for (const table of ['file_import', 'file_import_part', 'file_import_fault']) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zb_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE file_import_fault, file_import_part, file_import');
  }
}
