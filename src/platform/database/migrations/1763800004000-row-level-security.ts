import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofMunicipality = 'municipality_id = (SELECT app_municipality())';
const system = '(SELECT app_is_system())';
const mine = (column: string) => `${column} = (SELECT app_person())`;
const ofMyOrganisations = 'association_id = ANY ((SELECT app_organisations())::uuid[])';
/** The one request a command or a one-tap link is about. */
const subject = (column: string) => `${column} = (SELECT app_subject())`;

/** A neighbour in a request sees its row; what of it is shown is the presenter's to decide. */
const iTakePart = `EXISTS (SELECT 1 FROM acceptance a WHERE a.municipality_id = help_request.municipality_id
  AND a.help_request_id = help_request.id AND a.person_id = (SELECT app_person()))`;

/** Who sees a row, beside the same municipality, which always holds. */
const visibleTo: Record<string, readonly string[]> = {
  person: [system, mine('id')],
  person_key: [system, mine('person_id')],
  membership: [system, mine('person_id')],
  sign_in_challenge: [system],
  session: [system],
  action_token: [system],
  idempotency_key: [system],
  help_request: [system, mine('asker_id'), mine('posted_by_id'), ofMyOrganisations, subject('id'), iTakePart],
  acceptance: [system, mine('person_id'), mine('asker_id'), ofMyOrganisations, subject('help_request_id')],
  helper_profile: [system, mine('person_id')],
  helper_category: [system, mine('person_id')],
  helper_availability: [system, mine('person_id')],
  helper_load: [system, mine('person_id')],
  matching_plan: [system],
  ask: [system, mine('person_id')],
  notification: [system, mine('recipient_id')],
};

/** Row level security, forced on every table with personal data; the application role owns nothing. */
export class RowLevelSecurity1763800004000 implements MigrationInterface {
  readonly name = 'RowLevelSecurity1763800004000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, rules] of Object.entries(visibleTo)) {
      const rule = `${ofMunicipality} AND (${rules.join(' OR ')})`;
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_visible ON ${table} USING (${rule}) WITH CHECK (${rule});
      `);
    }
    await queryRunner.query(`
      GRANT USAGE ON SCHEMA public TO zb_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO zb_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zb_app;
      REVOKE INSERT, UPDATE, DELETE ON app_clock FROM zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(visibleTo)) {
      await queryRunner.query(
        `DROP POLICY ${table}_visible ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
      );
    }
    await queryRunner.query('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM zb_app');
  }
}
