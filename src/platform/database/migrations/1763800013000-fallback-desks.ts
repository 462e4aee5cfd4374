import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where things go while an association does not answer: the desk of the municipality, another association or welfare.
 * A request remembers whom it went to, and a question that it went on, so that a later choice sends nothing round.
 */
export class FallbackDesks1763800013000 implements MigrationInterface {
  readonly name = 'FallbackDesks1763800013000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE association
        ADD COLUMN fallback_kind text NOT NULL DEFAULT 'desk' CHECK (fallback_kind IN ('desk', 'association', 'welfare')),
        ADD COLUMN fallback_id uuid,
        ADD CONSTRAINT association_fallback_association
          FOREIGN KEY (municipality_id, fallback_id) REFERENCES association,
        ADD CONSTRAINT association_fallback CHECK (
          (fallback_kind = 'association') = (fallback_id IS NOT NULL) AND fallback_id IS DISTINCT FROM id
          AND (kind = 'association' OR fallback_kind = 'desk'));
      -- Null: the desk, once it was called in.
      ALTER TABLE help_request
        ADD COLUMN called_in_id uuid,
        ADD CONSTRAINT help_request_called_in
          FOREIGN KEY (municipality_id, called_in_id) REFERENCES association;
      CREATE INDEX help_request_called_in ON help_request (municipality_id, called_in_id) WHERE called_in_id IS NOT NULL;
      ALTER TABLE desk_question ADD COLUMN went_on boolean NOT NULL DEFAULT false;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE desk_question DROP COLUMN went_on;
      ALTER TABLE help_request DROP COLUMN called_in_id;
      ALTER TABLE association DROP COLUMN fallback_kind, DROP COLUMN fallback_id;
    `);
  }
}
