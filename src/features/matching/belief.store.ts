import { Injectable } from '@nestjs/common';
import { roughPriors, type Belief, type PersonalEffect } from '@app/domain/learning/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** How long a belief that was followed by another is kept. */
const keepDays = 90;

/** What was learned of how people answer: a belief for each municipality, and two numbers a person. Needs system transactions. */
@Injectable()
export class BeliefStore {
  /** What is believed now; the first guess where nothing was learned yet. */
  async current(tx: Transaction): Promise<Belief> {
    const [row] = await tx.query<{ body: Belief }>(
      'SELECT body FROM matching_belief WHERE municipality_id = $1 ORDER BY version DESC LIMIT 1',
      [tx.tenancy.municipalityId],
    );
    return row?.body ?? roughPriors();
  }

  /** The same, for who is going to change it: whoever learns at the same time waits until this transaction ends. */
  async lock(tx: Transaction): Promise<Belief> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      `INSERT INTO matching_belief (municipality_id, version, body, learned_at) VALUES ($1, 0, $2, app_now())
       ON CONFLICT DO NOTHING`,
      [municipalityId, JSON.stringify(roughPriors())],
    );
    // The first row stays for ever, so that everybody who learns stands in line behind the same one.
    await tx.query('SELECT 1 FROM matching_belief WHERE municipality_id = $1 AND version = 0 FOR UPDATE', [
      municipalityId,
    ]);
    return this.current(tx);
  }

  async save(tx: Transaction, belief: Belief): Promise<void> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      'INSERT INTO matching_belief (municipality_id, version, body, learned_at) VALUES ($1, $2, $3, app_now())',
      [municipalityId, belief.version, JSON.stringify(belief)],
    );
    await tx.query(
      `DELETE FROM matching_belief WHERE municipality_id = $1 AND version > 0 AND version < $2
          AND learned_at < app_now() - interval '${keepDays} days'`,
      [municipalityId, belief.version],
    );
  }

  /** What is believed of each of these people; who is left out is as yet unknown. */
  async effectsOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonalEffect>> {
    const rows = await tx.query<PersonalEffect & { person_id: string }>(
      'SELECT person_id, mean, variance FROM personal_effect WHERE municipality_id = $1 AND person_id = ANY ($2::uuid[])',
      [tx.tenancy.municipalityId, personIds],
    );
    return new Map(rows.map(({ person_id: id, mean, variance }) => [id, { mean, variance }]));
  }

  /** Nothing is learned any more of who was erased meanwhile. */
  async saveEffects(tx: Transaction, effects: ReadonlyMap<string, PersonalEffect>): Promise<void> {
    const learned = [...effects].toSorted(([a], [b]) => (a < b ? -1 : 1));
    await tx.query(
      `INSERT INTO personal_effect (municipality_id, person_id, mean, variance)
       SELECT $1, e.person_id, e.mean, e.variance
         FROM unnest($2::uuid[], $3::double precision[], $4::double precision[]) AS e(person_id, mean, variance)
         JOIN person p ON p.municipality_id = $1 AND p.id = e.person_id AND p.status <> 'erased'
       ON CONFLICT (municipality_id, person_id) DO UPDATE SET mean = EXCLUDED.mean, variance = EXCLUDED.variance`,
      [
        tx.tenancy.municipalityId,
        learned.map(([id]) => id),
        learned.map(([, { mean }]) => mean),
        learned.map(([, { variance }]) => variance),
      ],
    );
  }
}
