import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation reads its own figures without passing those of all others. */
export class FiguresOfOneOrganisation1763800012500 implements MigrationInterface {
  readonly name = 'FiguresOfOneOrganisation1763800012500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX participation_figure_organisation ON participation_figure (municipality_id, organisation_id, quarter)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX participation_figure_organisation');
  }
}
