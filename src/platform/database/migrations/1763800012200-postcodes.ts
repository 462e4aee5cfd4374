import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In which neighbourhood a postcode lies: one part for most, several where a border runs through it; then with the house
 * numbers of each. The part stands in the key because neighbourhoods may come together in one.
 */
export class Postcodes1763800012200 implements MigrationInterface {
  readonly name = 'Postcodes1763800012200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE postcode_part (
        municipality_id uuid NOT NULL REFERENCES municipality,
        postcode text NOT NULL CHECK (postcode ~ '^[0-9]{4}[A-Z]{2}$'),
        part smallint NOT NULL,
        neighbourhood_code text NOT NULL REFERENCES neighbourhood,
        house_numbers integer[],
        PRIMARY KEY (municipality_id, postcode, part)
      );
      CREATE INDEX postcode_part_neighbourhood ON postcode_part (neighbourhood_code);
      GRANT SELECT, INSERT, UPDATE, DELETE ON postcode_part TO zb_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE postcode_part');
  }
}
