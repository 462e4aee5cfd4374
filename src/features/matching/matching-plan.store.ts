import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

export interface MatchingPlan {
  readonly round: number;
  /** Product clock, milliseconds; null while no wave is planned. */
  readonly nextWaveAt: number | null;
  /** When the answers are learned from; null while there is nothing to learn. */
  readonly learnAt: number | null;
}

/** Where the asking for each request stands. Needs system transactions. */
@Injectable()
export class MatchingPlanStore {
  /** The plan of a request, locked until the transaction ends; made when there is none, and then a wave is due. */
  async lock(tx: Transaction, helpRequestId: string): Promise<MatchingPlan> {
    const { municipalityId } = tx.tenancy;
    await tx.query(
      `INSERT INTO matching_plan (municipality_id, help_request_id, next_wave_at)
       SELECT $1, id, $3 FROM help_request WHERE municipality_id = $1 AND id = $2 ON CONFLICT DO NOTHING`,
      [municipalityId, helpRequestId, new Date(tx.now)],
    );
    const [row] = await tx.query<{ round: number; next_wave_at: Date | null; learn_at: Date | null }>(
      'SELECT round, next_wave_at, learn_at FROM matching_plan WHERE municipality_id = $1 AND help_request_id = $2 FOR UPDATE',
      [municipalityId, helpRequestId],
    );
    return {
      round: row?.round ?? 0,
      nextWaveAt: row?.next_wave_at?.getTime() ?? null,
      learnAt: row?.learn_at?.getTime() ?? null,
    };
  }

  /** People are asked, so that there is nothing to learn until that is over. */
  async advance(tx: Transaction, helpRequestId: string, round: number, nextWaveAt: number | null): Promise<void> {
    await tx.query(
      'UPDATE matching_plan SET round = $3, next_wave_at = $4, learn_at = NULL, by_hand = false WHERE municipality_id = $1 AND help_request_id = $2',
      [tx.tenancy.municipalityId, helpRequestId, round, nextWaveAt === null ? null : new Date(nextWaveAt)],
    );
  }

  /** Nobody has to be asked now. */
  async rest(tx: Transaction, helpRequestId: string): Promise<void> {
    await this.stop(tx, helpRequestId, false);
  }

  /** Who looks after it finds a neighbour by hand; waves go on when they do so no longer. */
  async leaveToHand(tx: Transaction, helpRequestId: string): Promise<void> {
    await this.stop(tx, helpRequestId, true);
  }

  /**
   * Sets when the answers are learned from, unless that is set, or nobody was asked from whom nothing was learned yet.
   * @returns whether it was set now
   */
  async setLearnAt(tx: Transaction, helpRequestId: string, at: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE matching_plan p SET learn_at = $3
        WHERE p.municipality_id = $1 AND p.help_request_id = $2 AND p.learn_at IS NULL
          AND EXISTS (SELECT FROM ask a WHERE a.municipality_id = $1 AND a.help_request_id = $2
                         AND a.learned_at IS NULL AND a.taken_back_at IS NULL)
        RETURNING p.help_request_id`,
      [tx.tenancy.municipalityId, helpRequestId, new Date(at)],
    );
    return rows.length > 0;
  }

  /** There is nothing more to learn now. */
  async learned(tx: Transaction, helpRequestId: string): Promise<void> {
    await tx.query('UPDATE matching_plan SET learn_at = NULL WHERE municipality_id = $1 AND help_request_id = $2', [
      tx.tenancy.municipalityId,
      helpRequestId,
    ]);
  }

  private async stop(tx: Transaction, helpRequestId: string, byHand: boolean): Promise<void> {
    await tx.query(
      'UPDATE matching_plan SET next_wave_at = NULL, by_hand = $3 WHERE municipality_id = $1 AND help_request_id = $2',
      [tx.tenancy.municipalityId, helpRequestId, byHand],
    );
  }

  async townBusyShare(tx: Transaction): Promise<number> {
    const [row] = await tx.query<{ busy_share: number }>(
      'SELECT busy_share FROM matching_town WHERE municipality_id = $1',
      [tx.tenancy.municipalityId],
    );
    return row?.busy_share ?? 0;
  }

  /** Moves the town's busy share by as much as a wave that read `before` makes of it; waves at once all count. */
  async moveTownBusyShare(tx: Transaction, before: number, after: number): Promise<void> {
    if (before === after) return;
    await tx.query(
      `INSERT INTO matching_town (municipality_id, busy_share) VALUES ($1, $3::double precision)
       ON CONFLICT (municipality_id) DO UPDATE 
             SET busy_share = greatest(0, least(1, matching_town.busy_share + $3 - $2::double precision))`,
      [tx.tenancy.municipalityId, before, after],
    );
  }
}
