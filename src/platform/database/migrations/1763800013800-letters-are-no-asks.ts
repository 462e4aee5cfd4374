import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that left, by who got them, and the asks that were really sent to them. */
const lettersAndAsks = `
  SELECT i.municipality_id, i.person_id, count(*)::int AS letters,
         (SELECT count(*)::int FROM ask a WHERE a.municipality_id = i.municipality_id AND a.person_id = i.person_id
             AND a.taken_back_at IS NULL) AS asks
    FROM invitation i
   WHERE i.person_id IS NOT NULL AND i.written_at IS NOT NULL AND i.withheld_at IS NULL
   GROUP BY i.municipality_id, i.person_id`;

/**
 * Letters of coordinators were counted among the asks that somebody ever got. They are taken out, as far as there are more
 * counted than asks are known: of a year that was written down otherwise, nothing goes. The place of a letter in the week
 * stays, and what it weighed as a weariness fades within weeks by itself.
 */
export class LettersAreNoAsks1763800013800 implements MigrationInterface {
  readonly name = 'LettersAreNoAsks1763800013800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE helper_load l SET asks_total = l.asks_total - least(counted.letters, l.asks_total - counted.asks)
        FROM (${lettersAndAsks}) counted
       WHERE counted.municipality_id = l.municipality_id AND counted.person_id = l.person_id
         AND l.asks_total > counted.asks`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE helper_load l SET asks_total = l.asks_total + counted.letters FROM (${lettersAndAsks}) counted
       WHERE counted.municipality_id = l.municipality_id AND counted.person_id = l.person_id`);
  }
}
