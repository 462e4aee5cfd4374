import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlines of neighbourhoods for the map: polygons of rings of [longitude, latitude], WGS84 to five decimals. */
export class Outlines1763800011610 implements MigrationInterface {
  readonly name = 'Outlines1763800011610';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE neighbourhood ADD COLUMN outline jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE neighbourhood DROP COLUMN outline');
  }
}
