import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { HelpRequestState } from '@app/domain/help-request/index.js';
import { afterAsk, type PlannedAsk, type WavePlan } from '@app/domain/matching/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { AskRow, type DeclineReason } from './ask.row.js';
import type { LearnedAsk } from './closed-ask.js';
import { lockWithRoom, weekWith } from './week-load.js';

interface LoadRow {
  readonly person_id: string;
  readonly fatigue: number;
  readonly fatigue_at: Date | null;
}

/** The only writer of asks and of what they cost a person. */
@Injectable()
export class AskStore {
  /**
   * Stores a wave and counts each ask in that person's load, in one transaction. Whose budget another wave used up in
   * the meantime is left out. @returns how many were asked
   */
  async create(
    tx: Transaction,
    request: HelpRequestState,
    round: number,
    wave: WavePlan,
    decisionId: string | null,
  ): Promise<number> {
    if (wave.asks.length === 0) return 0;
    const counted = await this.count(
      tx,
      wave.asks.map(({ personId }) => personId),
    );
    const asks = wave.asks.filter(({ personId }) => counted.has(personId));
    if (asks.length === 0) return 0;
    const { policyVersion, beliefVersion } = wave;
    const facts = { round, policyVersion, beliefVersion, decisionId, calledBy: null };
    const rows = asks.map((planned) => newRow(tx, request, planned, facts));
    await tx.manager.insert(AskRow, rows);
    for (const { id, personId } of rows) {
      tx.append('ask.created', { askId: id, personId, helpRequestId: request.id, acute: request.urgency === 'acute' });
    }
    return rows.length;
  }

  /**
   * Stores an ask that an organiser makes on the telephone, and counts it like any other. No message goes out.
   * @returns null when somebody else used up the neighbour's budget in the meantime
   */
  async createCall(
    tx: Transaction,
    request: HelpRequestState,
    call: { readonly planned: PlannedAsk } & Pick<AskRow, 'policyVersion' | 'beliefVersion'>,
    round: number,
    calledBy: string,
  ): Promise<AskRow | null> {
    const { planned, policyVersion, beliefVersion } = call;
    const counted = await this.count(tx, [planned.personId]);
    if (!counted.has(planned.personId)) return null;
    const facts = { round, policyVersion, beliefVersion, decisionId: null, calledBy };
    const row = newRow(tx, request, planned, facts);
    await tx.manager.insert(AskRow, row);
    tx.append('ask.called', { askId: row.id, personId: row.personId, helpRequestId: request.id });
    return row;
  }

  /** Every ask about a request, whatever became of it. */
  async about(tx: Transaction, helpRequestId: string): Promise<AskRow[]> {
    return tx.manager.findBy(AskRow, { municipalityId: tx.tenancy.municipalityId, helpRequestId });
  }

  async find(tx: Transaction, id: string, lock = false): Promise<AskRow | null> {
    return tx.manager.findOne(AskRow, {
      where: { municipalityId: tx.tenancy.municipalityId, id },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  /** The ask of this person about this request that waits for an answer: by an older link they answer that one. */
  async openOf(tx: Transaction, helpRequestId: string, personId: string): Promise<AskRow | null> {
    return tx.manager.findOne(AskRow, {
      where: { municipalityId: tx.tenancy.municipalityId, helpRequestId, personId, status: 'pending' },
      lock: { mode: 'pessimistic_write' as const },
    });
  }

  async findAll(tx: Transaction, ids: readonly string[]): Promise<AskRow[]> {
    return tx.manager.findBy(AskRow, { municipalityId: tx.tenancy.municipalityId, id: In([...ids]) });
  }

  async pendingOf(tx: Transaction, helpRequestId: string): Promise<AskRow[]> {
    return tx.manager.find(AskRow, {
      where: { municipalityId: tx.tenancy.municipalityId, helpRequestId, status: 'pending' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async answer(tx: Transaction, ask: AskRow, status: 'yes' | 'no'): Promise<void> {
    const { municipalityId, id, personId } = ask;
    await tx.manager.update(AskRow, { municipalityId, id }, { status, answeredAt: tx.now });
    if (status === 'no') {
      await tx.query(
        'UPDATE helper_load SET last_declined_at = app_now() WHERE municipality_id = $1 AND person_id = $2',
        [municipalityId, personId],
      );
    }
  }

  /** Why somebody said no; the last word counts. */
  async noteReason(tx: Transaction, { municipalityId, id }: AskRow, declineReason: DeclineReason): Promise<void> {
    await tx.manager.update(AskRow, { municipalityId, id }, { declineReason });
  }

  async close(tx: Transaction, ask: AskRow, status: 'yes' | 'expired' | 'closed'): Promise<void> {
    const answered = status === 'yes' ? { answeredAt: tx.now } : {};
    await tx.manager.update(AskRow, { municipalityId: ask.municipalityId, id: ask.id }, { status, ...answered });
  }

  /** An answer to an ask that was solved without it: it teaches how people answer. */
  async noteLateAnswer(tx: Transaction, ask: AskRow, answer: 'yes' | 'no'): Promise<void> {
    if (ask.status === 'yes' || ask.status === 'no' || ask.lateAnswer !== null) return;
    const { municipalityId, id } = ask;
    await tx.manager.update(AskRow, { municipalityId, id }, { lateAnswer: answer, lateAnswerAt: tx.now });
  }

  /** Asks about a request that were sent and that nothing was learned from yet. */
  async unlearned(tx: Transaction, helpRequestId: string): Promise<AskRow[]> {
    return tx.manager.findBy(AskRow, {
      municipalityId: tx.tenancy.municipalityId,
      helpRequestId,
      takenBackAt: IsNull(),
      learnedAt: IsNull(),
    });
  }

  async markLearned(tx: Transaction, lessons: readonly LearnedAsk[]): Promise<void> {
    await tx.query(
      `UPDATE ask SET outcome = l.outcome, outcome_minutes = l.minutes, expected = l.expected, learned_at = app_now()
         FROM unnest($2::uuid[], $3::text[], $4::double precision[], $5::double precision[]) AS l(id, outcome, minutes, expected)
        WHERE ask.municipality_id = $1 AND ask.id = l.id`,
      [
        tx.tenancy.municipalityId,
        lessons.map(({ id }) => id),
        lessons.map(({ closed }) => closed.outcome.kind),
        lessons.map(({ closed }) => closed.outcome.minutes),
        lessons.map(({ expected }) => expected),
      ],
    );
  }

  /** An ask that was never sent has cost nobody anything. */
  async giveBack(tx: Transaction, ask: AskRow): Promise<void> {
    await tx.manager.update(AskRow, { municipalityId: ask.municipalityId, id: ask.id }, { takenBackAt: tx.now });
    await this.uncount(tx, ask.personId, ask.createdAt);
  }

  private async uncount(tx: Transaction, personId: string, countedAt: number): Promise<void> {
    await tx.query(
      `UPDATE helper_load SET asks_total = greatest(0, asks_total - 1), fatigue = greatest(0, fatigue - 1),
              recent_ask_times = array_remove(recent_ask_times, $3::timestamptz)
        WHERE municipality_id = $1 AND person_id = $2`,
      [tx.tenancy.municipalityId, personId, new Date(countedAt)],
    );
  }

  /**
   * Counts one ask for each of these people whose budget allows it.
   * @returns the people whose ask counts
   */
  private async count(tx: Transaction, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const loads = await lockWithRoom<LoadRow>(tx, personIds, 'l.fatigue, l.fatigue_at');
    const fatigues = loads.map(({ fatigue, fatigue_at: at }) => afterAsk(fatigue, at?.getTime() ?? tx.now, tx.now));
    await tx.query(
      `UPDATE helper_load l
          SET recent_ask_times = ${weekWith('$4')}, asks_total = l.asks_total + 1, fatigue = asked.fatigue, fatigue_at = $4
         FROM unnest($2::uuid[], $3::double precision[]) AS asked(person_id, fatigue)
        WHERE l.municipality_id = $1 AND l.person_id = asked.person_id`,
      [tx.tenancy.municipalityId, loads.map(({ person_id: id }) => id), fatigues, new Date(tx.now)],
    );
    return new Set(loads.map(({ person_id: id }) => id));
  }
}

/** A new ask; `calledBy` only when it is made on the telephone. */
function newRow(
  tx: Transaction,
  request: HelpRequestState,
  { personId, probability, reasons, layout, features, effect }: PlannedAsk,
  facts: Pick<AskRow, 'round' | 'policyVersion' | 'beliefVersion' | 'decisionId' | 'calledBy'>,
): AskRow {
  return {
    ...facts,
    municipalityId: tx.tenancy.municipalityId,
    id: newId(),
    helpRequestId: request.id,
    associationId: request.associationId,
    personId,
    status: 'pending',
    probability,
    reasons: [...reasons],
    createdAt: tx.now,
    expiresAt: request.windowUntil,
    answeredAt: null,
    declineReason: null,
    layout,
    features: [...features],
    effectMean: effect.mean,
    effectVariance: effect.variance,
    lateAnswer: null,
    lateAnswerAt: null,
    takenBackAt: null,
    channel: facts.calledBy === null ? 'message' : 'phone',
    learnedAt: null,
  };
}
