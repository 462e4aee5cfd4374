import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People whose address an organisation told, until they say themselves what they want. */
export class MemberInvitations1763800011620 implements MigrationInterface {
  readonly name = 'MemberInvitations1763800011620';

  async up(queryRunner: QueryRunner): Promise<void> {
    const rule = 'municipality_id = (SELECT app_municipality()) AND (SELECT app_is_system())';
    await queryRunner.query(`
      CREATE TABLE member_invitation (
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        association_id uuid NOT NULL,
        invited_at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (municipality_id, person_id),
        FOREIGN KEY (municipality_id, person_id) REFERENCES person ON DELETE CASCADE,
        FOREIGN KEY (municipality_id, association_id) REFERENCES association
      );
      CREATE INDEX member_invitation_to_send ON member_invitation (municipality_id, invited_at) WHERE sent_at IS NULL;
      ALTER TABLE member_invitation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE member_invitation FORCE ROW LEVEL SECURITY;
      CREATE POLICY member_invitation_visible ON member_invitation USING (${rule}) WITH CHECK (${rule});
      GRANT SELECT, INSERT, UPDATE, DELETE ON member_invitation TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE member_invitation');
  }
}
