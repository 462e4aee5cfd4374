import { Inject, Injectable } from '@nestjs/common';
import { among } from '@app/platform/database/among.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';

/** What somebody may not do, until when; null for a bar without an end. Milliseconds since the epoch. */
export interface Bar {
  readonly from: 'helping' | 'asking';
  readonly until: number | null;
}

/** A moment nobody waits for: a bar without an end. */
const never = new Date('9999-12-31T00:00:00Z');

/** Whether a person may take part. The only writer of bars and of who is shut out. */
@Injectable()
export class PersonStanding {
  constructor(@Inject(RealtimeHub) private readonly hub: RealtimeHub) {}

  /** Whether this person may not do this now. As the system, or as this person. */
  async isBarred(tx: Transaction, personId: string, from: Bar['from']): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM person WHERE municipality_id = $1 AND id = $2 AND ${from}_barred_until > app_now()`,
      [tx.tenancy.municipalityId, personId],
    );
    return rows.length > 0;
  }

  /** Those of these people who may not help now. Needs a system transaction. */
  async barredFromHelping(tx: Transaction, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { condition, value } = among('$2', personIds);
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM person WHERE municipality_id = $1 AND id ${condition} AND helping_barred_until > app_now()`,
      [tx.tenancy.municipalityId, value],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Makes these bars, and no others, hold from now on. Needs a system transaction. */
  async setBars(tx: Transaction, personId: string, bars: readonly Bar[]): Promise<void> {
    const latest = (from: Bar['from']): Date | null => {
      const ends = bars
        .filter((bar) => bar.from === from)
        .map(({ until }) => (until === null ? never.getTime() : until));
      return ends.length === 0 ? null : new Date(Math.max(...ends));
    };
    await tx.query(
      'UPDATE person SET helping_barred_until = $3, asking_barred_until = $4 WHERE municipality_id = $1 AND id = $2',
      [tx.tenancy.municipalityId, personId, latest('helping'), latest('asking')],
    );
  }

  /**
   * Shuts somebody out: no session is worth anything from the commit on.
   * @returns the sessions whose sockets to close after the commit, see `closeSockets`
   */
  async shutOut(tx: Transaction, personId: string): Promise<string[]> {
    const own = [tx.tenancy.municipalityId, personId];
    await tx.query(
      `UPDATE person SET status = 'blocked' WHERE municipality_id = $1 AND id = $2 AND status <> 'erased'`,
      own,
    );
    const ended = await tx.query<{ id: string }>(
      `UPDATE session SET ended_at = app_now() WHERE municipality_id = $1 AND person_id = $2 AND ended_at IS NULL RETURNING id`,
      own,
    );
    return ended.map(({ id }) => id);
  }

  /** Lets somebody in again, who signs in anew. */
  async letIn(tx: Transaction, personId: string): Promise<void> {
    await tx.query(
      `UPDATE person SET status = 'active' WHERE municipality_id = $1 AND id = $2 AND status = 'blocked'`,
      [tx.tenancy.municipalityId, personId],
    );
  }

  /** Closes what is still open of sessions that ended, in every process. */
  closeSockets(sessionIds: readonly string[]): void {
    for (const id of sessionIds) this.hub.endSession(id);
  }
}
