import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was published of participation. A publication never changes and never goes: a correction is a new version beside
 * it, with its reason.
 */
export class Publication1763800011710 implements MigrationInterface {
  readonly name = 'Publication1763800011710';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = `municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())`;
    await queryRunner.query(`
      CREATE TABLE publication (
        municipality_id uuid NOT NULL REFERENCES municipality,
        id uuid NOT NULL,
        quarter text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        published_at timestamptz NOT NULL,
        -- Why there is another version; a first one has none.
        reason text CHECK ((reason IS NULL) = (version = 1)),
        -- As anybody sees it, with the names and definitions of that day.
        document jsonb NOT NULL,
        -- What may be shown of each count, and the counts behind it: what is published later must not tell these.
        shown jsonb NOT NULL,
        counts jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, quarter, version)
      );
      CREATE FUNCTION publication_stands() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'What was published stands; publish a correction'; END $$;
      CREATE TRIGGER publication_stands BEFORE UPDATE OR DELETE ON publication
        FOR EACH ROW EXECUTE FUNCTION publication_stands();
      ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
      ALTER TABLE publication FORCE ROW LEVEL SECURITY;
      CREATE POLICY publication_visible ON publication USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT ON publication TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE publication; DROP FUNCTION publication_stands()');
  }
}
