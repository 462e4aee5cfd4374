import { Injectable } from '@nestjs/common';
import type { HelpRequestState } from '@app/domain/help-request/index.js';
import { afterAsk, asksInLast7Days, type OutstandingAsk, type WavePlan } from '@app/domain/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { AskRow } from './ask.row.js';

interface LoadRow {
  readonly person_id: string;
  readonly recent_ask_times: Date[];
  readonly fatigue: number;
  readonly fatigue_at: Date | null;
}

/** The only writer of asks and of what they cost a person. */
@Injectable()
export class AskStore {
  /** Stores a wave and counts each ask in that person's load, in one transaction. */
  async create(tx: Transaction, request: HelpRequestState, round: number, wave: WavePlan): Promise<void> {
    if (wave.asks.length === 0) return;
    const { municipalityId } = tx.tenancy;
    const rows = wave.asks.map(({ personId, probability, reasons }) => ({
      municipalityId,
      id: newId(),
      helpRequestId: request.id,
      associationId: request.associationId,
      personId,
      round,
      status: 'pending' as const,
      probability,
      reasons: [...reasons],
      policyVersion: wave.policyVersion,
      createdAt: tx.now,
      expiresAt: request.windowUntil,
      answeredAt: null,
      declineReason: null,
    }));
    await tx.manager.insert(AskRow, rows);
    const personIds = rows.map(({ personId }) => personId);
    await this.count(tx, personIds);
    for (const { id, personId } of rows) {
      tx.append('ask.created', { askId: id, personId, helpRequestId: request.id, acute: request.urgency === 'acute' });
    }
  }

  async outstanding(tx: Transaction, helpRequestId: string): Promise<OutstandingAsk[]> {
    const rows = await tx.manager.find(AskRow, {
      where: { municipalityId: tx.tenancy.municipalityId, helpRequestId, status: 'pending' },
    });
    return rows.map(({ personId, probability, createdAt }) => ({ personId, probability, askedAt: createdAt }));
  }

  async find(tx: Transaction, id: string, lock = false): Promise<AskRow | null> {
    return tx.manager.findOne(AskRow, {
      where: { municipalityId: tx.tenancy.municipalityId, id },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  async pendingOf(tx: Transaction, helpRequestId: string): Promise<AskRow[]> {
    return tx.manager.find(AskRow, {
      where: { municipalityId: tx.tenancy.municipalityId, helpRequestId, status: 'pending' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async answer(tx: Transaction, ask: AskRow, status: 'yes' | 'no', reason: string | undefined): Promise<void> {
    const { municipalityId, id, personId } = ask;
    await tx.manager.update(
      AskRow,
      { municipalityId, id },
      { status, answeredAt: tx.now, declineReason: reason ?? null },
    );
    if (status === 'no') {
      await tx.query(
        'UPDATE helper_load SET last_declined_at = app_now() WHERE municipality_id = $1 AND person_id = $2',
        [municipalityId, personId],
      );
    }
  }

  async close(tx: Transaction, ask: AskRow, status: 'yes' | 'expired' | 'closed'): Promise<void> {
    await tx.manager.update(AskRow, { municipalityId: ask.municipalityId, id: ask.id }, { status });
  }

  /** An ask that was never sent has cost nobody anything. */
  async giveBack(tx: Transaction, ask: AskRow): Promise<void> {
    await tx.query(
      `UPDATE helper_load SET asks_total = greatest(0, asks_total - 1), fatigue = greatest(0, fatigue - 1),
              recent_ask_times = array_remove(recent_ask_times, $3::timestamptz)
        WHERE municipality_id = $1 AND person_id = $2`,
      [tx.tenancy.municipalityId, ask.personId, new Date(ask.createdAt)],
    );
  }

  private async count(tx: Transaction, personIds: readonly string[]): Promise<void> {
    const { municipalityId } = tx.tenancy;
    const rows = await tx.query<LoadRow>(
      `SELECT person_id, recent_ask_times, fatigue, fatigue_at FROM helper_load
        WHERE municipality_id = $1 AND person_id = ANY ($2::uuid[]) ORDER BY person_id FOR UPDATE`,
      [municipalityId, personIds],
    );
    const known = new Map(rows.map((row) => [row.person_id, row]));
    for (const personId of personIds.toSorted()) {
      const load = known.get(personId);
      const times = (load?.recent_ask_times ?? []).filter((time) => asksInLast7Days([time.getTime()], tx.now) === 1);
      const fatigue = afterAsk(load?.fatigue ?? 0, load?.fatigue_at?.getTime() ?? tx.now, tx.now);
      await tx.query(
        `INSERT INTO helper_load (municipality_id, person_id, recent_ask_times, asks_total, fatigue, fatigue_at)
         VALUES ($1, $2, $3, 1, $4, $5)
         ON CONFLICT (municipality_id, person_id) DO UPDATE SET recent_ask_times = EXCLUDED.recent_ask_times,
           asks_total = helper_load.asks_total + 1, fatigue = EXCLUDED.fatigue, fatigue_at = EXCLUDED.fatigue_at`,
        [municipalityId, personId, [...times, new Date(tx.now)], fatigue, new Date(tx.now)],
      );
    }
  }
}
