import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of thanks that may be on the public wall: a copy of the author's own words, under the author's key. */
export class ThanksWall1763800013210 implements MigrationInterface {
  readonly name = 'ThanksWall1763800013210';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = `municipality_id = (SELECT app_municipality()) AND ((SELECT app_is_system())
      OR author_id = (SELECT app_person()) OR association_id = ANY ((SELECT app_organisations())::uuid[]))`;
    await queryRunner.query(`
      CREATE TABLE wall_thanks (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        association_id uuid NOT NULL,
        help_request_id uuid NOT NULL,
        author_id uuid NOT NULL,
        text_enc bytea NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting', 'shown', 'refused')),
        offered_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by_id uuid,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, help_request_id, author_id),
        CHECK ((status = 'waiting') = (decided_at IS NULL)),
        FOREIGN KEY (municipality_id, association_id) REFERENCES association,
        FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_request ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, author_id) REFERENCES person ON DELETE CASCADE
      );
      CREATE INDEX wall_thanks_status ON wall_thanks (municipality_id, status, offered_at DESC);
      ALTER TABLE wall_thanks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE wall_thanks FORCE ROW LEVEL SECURITY;
      CREATE POLICY wall_thanks_visible ON wall_thanks USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON wall_thanks TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE wall_thanks');
  }
}
