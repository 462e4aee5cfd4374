import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { activeAcceptances, isFinal, seatsLeft, type HelpRequestState } from '@app/domain/help-request/index.js';
import { learnAt } from '@app/domain/learning/index.js';
import { afterHelp } from '@app/domain/matching/index.js';
import { RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { claimReceipt } from '@app/platform/queue/receipt.js';
import { AreaEquity } from './area-equity.js';
import { AskStore } from './ask.store.js';
import { MatchingPlanStore } from './matching-plan.store.js';

/**
 * Brings the asks of a request in line with what became of it: whoever said yes is noted, the others hear
 * that it is solved once nobody more is needed. Looks at the state now, so repeating it is harmless.
 */
@Injectable()
@HandlesJob('matching.settle-asks')
export class SettleAsks implements JobHandler<'matching.settle-asks'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(MatchingPlanStore) private readonly plans: MatchingPlanStore,
    @Inject(AreaEquity) private readonly equity: AreaEquity,
  ) {}

  async handle({ municipalityId, helpRequestId }: JobMap['matching.settle-asks']): Promise<void> {
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const request = await this.requests.of(tx, helpRequestId);
      if (!request) return;
      const { state } = request;
      const over = isFinal(state.status) || seatsLeft(state) === 0 || tx.now >= state.windowUntil;
      if (over) await this.plans.rest(tx, helpRequestId);
      await this.settle(tx, state, over);
      if (over) await this.setLearning(tx, state);
      if (state.status === 'completed') await this.countHelps(tx, state);
      await this.countEnding(tx, request);
    });
  }

  /** Late answers get their time. */
  private async setLearning(tx: Transaction, state: HelpRequestState): Promise<void> {
    const { id: helpRequestId, urgency } = state;
    const dueAt = learnAt(urgency, { at: tx.now, filled: whyOver(state) === 'filled' });
    if (await this.plans.setLearnAt(tx, helpRequestId, dueAt)) {
      tx.append('matching.learning-set', { helpRequestId, dueAt });
    }
  }

  private async settle(tx: Transaction, state: HelpRequestState, over: boolean): Promise<void> {
    const saidYes = new Set(
      state.acceptances.filter(({ status }) => status !== 'withdrawn').map(({ personId }) => personId),
    );
    for (const ask of await this.asks.pendingOf(tx, state.id)) {
      const { id: askId, personId, helpRequestId } = ask;
      if (saidYes.has(personId)) {
        await this.asks.close(tx, ask, 'yes');
        tx.append('ask.answered', { askId, personId, helpRequestId, answer: 'yes' });
      } else if (over) {
        const why = whyOver(state);
        await this.asks.close(tx, ask, why === 'expired' ? 'expired' : 'closed');
        tx.append('ask.closed', { askId, personId, helpRequestId, why });
      }
    }
  }

  /**
   * Once a request, when it is over: whether it found its neighbours, however the help went. Who takes a request back says
   * nothing of how much help there is.
   */
  private async countEnding(tx: Transaction, { state, neighbourhoodCode }: RequestDigestView): Promise<void> {
    if (!isFinal(state.status) || state.status === 'cancelled') return;
    if (!(await claimReceipt(tx, `matching-ended-${state.id}`))) return;
    const asked = (await this.asks.about(tx, state.id)).length;
    await this.equity.ended(tx, neighbourhoodCode, { asked, helped: state.status !== 'expired' });
  }

  /** A completed help rests the helper's fatigue and starts the cool-down; once a request. */
  private async countHelps(tx: Transaction, state: HelpRequestState): Promise<void> {
    if (!(await claimReceipt(tx, `matching-helped-${state.id}`))) return;
    const { municipalityId } = tx.tenancy;
    for (const { personId } of activeAcceptances(state)) {
      const [load] = await tx.query<{ fatigue: number; fatigue_at: Date | null }>(
        'SELECT fatigue, fatigue_at FROM helper_load WHERE municipality_id = $1 AND person_id = $2 FOR UPDATE',
        [municipalityId, personId],
      );
      const fatigue = afterHelp(load?.fatigue ?? 0, load?.fatigue_at?.getTime() ?? tx.now, tx.now);
      await tx.query(
        `UPDATE helper_load SET fatigue = $3, fatigue_at = app_now(), last_completed_at = app_now(),
                helps_completed = helps_completed + 1, first_help_at = coalesce(first_help_at, app_now())
          WHERE municipality_id = $1 AND person_id = $2`,
        [municipalityId, personId, fatigue],
      );
    }
  }
}

function whyOver({ status }: HelpRequestState): 'filled' | 'cancelled' | 'expired' {
  if (status === 'cancelled') return 'cancelled';
  return status === 'expired' || status === 'open' ? 'expired' : 'filled';
}
