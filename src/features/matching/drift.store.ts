import { Injectable } from '@nestjs/common';
import { afterAnswer, type Drift, driftVerdict, noDrift } from '@app/domain/learning/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { LearnedAsk } from './closed-ask.js';

/** Drift with the moment since which chances no longer hold; null while they do. */
export interface KnownDrift extends Drift {
  readonly since: number | null;
}

/** The only writer of drift, one row for each municipality. Needs system transactions. */
@Injectable()
export class DriftStore {
  async current(tx: Transaction): Promise<KnownDrift> {
    const [row] = await tx.query<{ likelier: number; less_likely: number; since: Date | null }>(
      'SELECT likelier, less_likely, since FROM matching_drift WHERE municipality_id = $1',
      [tx.tenancy.municipalityId],
    );
    if (!row) return { ...noDrift, since: null };
    return { likelier: row.likelier, lessLikely: row.less_likely, since: row.since?.getTime() ?? null };
  }

  /**
   * What these answers say of it, in the order of the people's ids, whatever order they come in. Whoever calls holds the
   * belief, so that answers that come at once all count.
   */
  async count(tx: Transaction, lessons: readonly LearnedAsk[]): Promise<KnownDrift> {
    const before = await this.current(tx);
    const inOrder = lessons.toSorted((a, b) => (a.closed.personId < b.closed.personId ? -1 : 1));
    const after = inOrder.reduce<Drift>(
      (drift, { expected, closed }) => afterAnswer(drift, expected, closed.outcome.kind === 'yes'),
      before,
    );
    const since = driftVerdict(after) === null ? null : (before.since ?? tx.now);
    await tx.query(
      `INSERT INTO matching_drift (municipality_id, likelier, less_likely, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (municipality_id) DO UPDATE
             SET likelier = EXCLUDED.likelier, less_likely = EXCLUDED.less_likely, since = EXCLUDED.since`,
      [tx.tenancy.municipalityId, after.likelier, after.lessLikely, since === null ? null : new Date(since)],
    );
    return { ...after, since };
  }
}
