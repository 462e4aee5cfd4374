import { Inject, Injectable } from '@nestjs/common';
import { asksInLast7Days, sendRefusal, type SendRefusal } from '@app/domain/matching/index.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import { RequestDigest } from '@app/features/help-requests/index.js';
import { PersonBlocks, PersonStanding } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { AskStore } from './ask.store.js';

interface LimitsRow {
  readonly weekly_ask_budget: number;
  readonly quiet_from_minute: number;
  readonly quiet_until_minute: number;
  readonly paused_until: Date | null;
  readonly recent_ask_times: Date[] | null;
}

/** The last check before an ask leaves: what was true when it was chosen may not be any more. */
@Injectable()
export class AskDispatch {
  constructor(
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(PersonStanding) private readonly standing: PersonStanding,
  ) {}

  /** Why this ask may not be sent now; null when it may. Needs a system transaction. */
  async refusal(tx: Transaction, askId: string): Promise<SendRefusal | null> {
    const ask = await this.asks.find(tx, askId);
    if (!ask || ask.status !== 'pending') return 'not-open';
    const request = await this.requests.of(tx, ask.helpRequestId);
    const [limits] = await tx.query<LimitsRow>(
      `SELECT p.weekly_ask_budget, p.quiet_from_minute, p.quiet_until_minute, p.paused_until, l.recent_ask_times
         FROM helper_profile p
         LEFT JOIN helper_load l ON l.municipality_id = p.municipality_id AND l.person_id = p.person_id
        WHERE p.municipality_id = $1 AND p.person_id = $2`,
      [tx.tenancy.municipalityId, ask.personId],
    );
    if (!limits) return 'not-open';
    const quiet = { fromMinute: limits.quiet_from_minute, untilMinute: limits.quiet_until_minute };
    const times = (limits.recent_ask_times ?? []).map((time) => time.getTime());
    return sendRefusal(
      {
        blocked:
          request !== undefined &&
          ((await this.blocks.between(tx, ask.personId, request.state.askerId)) ||
            (await this.standing.isBarred(tx, ask.personId, 'helping'))),
        requestOpen: request?.state.status === 'open' && request.seatsLeft > 0,
        pausedUntil: limits.paused_until?.getTime() ?? null,
        quietNow: isQuiet(localMoment(tx.now).minuteOfDay, quiet),
        asksLast7Days: asksInLast7Days(times, tx.now),
        weeklyBudget: limits.weekly_ask_budget,
      },
      tx.now,
    );
  }

  /** Takes back an ask that was never sent; somebody else is asked instead. */
  async takeBack(tx: Transaction, askId: string): Promise<void> {
    const ask = await this.asks.find(tx, askId, true);
    if (!ask || ask.status !== 'pending') return;
    await this.asks.close(tx, ask, 'closed');
    await this.asks.giveBack(tx, ask);
    const { personId, helpRequestId } = ask;
    tx.append('ask.taken-back', { askId, personId, helpRequestId });
  }
}
