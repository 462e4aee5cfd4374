import { Inject, Injectable } from '@nestjs/common';
import type { AnswerResult } from '@app/contracts/http/asks.js';
import type { Category } from '@app/contracts/http/vocabulary.js';
import { DAY } from '@app/domain/kernel/time.js';
import { RequestDigest } from '@app/features/help-requests/index.js';
import { HelpingLimits } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { AskRow, DeclineReason } from './ask.row.js';
import { AskStore } from './ask.store.js';

/** A reason for a no, with what is to follow from it. */
export interface WhyNot {
  readonly reason?: DeclineReason | undefined;
  /** No more asks of this kind of help, or again. */
  readonly stopCategory?: boolean | undefined;
  /** No asks before this; null ends that. */
  readonly askAgainFrom?: number | null | undefined;
}

/** What a no means for the next asks. */
export interface AfterNo {
  readonly reason: DeclineReason | null;
  readonly offersCategory: boolean;
  readonly onlyCategory: boolean;
  readonly pausedUntil: number | null;
}

const longest = 366 * DAY;

/**
 * What follows from the reason of a no. Without one, or with "not now", it is about this request alone; a kind of help can
 * be left out from then on, and somebody can be left in peace until a day. Learning hears of the no only.
 */
@Injectable()
export class AfterNoEffects {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(HelpingLimits) private readonly limits: HelpingLimits,
  ) {}

  /** In the transaction of the person who said no; `category` is the kind of help that was asked. */
  async apply(
    tx: Transaction,
    ask: AskRow,
    { reason, stopCategory, askAgainFrom }: WhyNot,
    category: Category,
  ): Promise<void> {
    if (reason === undefined) return;
    await this.asks.noteReason(tx, ask, reason);
    const { personId } = ask;
    if (reason === 'not-my-thing' && stopCategory !== undefined) {
      await this.limits[stopCategory ? 'stopCategory' : 'offerCategory'](tx, personId, category);
    }
    if (reason === 'later' && askAgainFrom !== undefined) {
      if (askAgainFrom !== null && (askAgainFrom <= tx.now || askAgainFrom > tx.now + longest))
        throw new ProblemError('invalid-input', {
          errors: [{ path: '/askAgainFrom', message: 'Choose a moment from now on, at most a year away' }],
        });
      await this.limits.pause(tx, personId, askAgainFrom);
    }
  }

  /** How it stands now, for whoever said no to this ask. */
  async of(municipalityId: string, personId: string, askId: string): Promise<AfterNo> {
    const { ask, offered } = await this.unitOfWork.run({ municipalityId, personId, scope: 'person' }, async (tx) => ({
      ask: await this.asks.find(tx, askId),
      offered: await this.limits.offered(tx, personId),
    }));
    if (ask?.personId !== personId) throw new ProblemError('not-found');
    const { categories, pausedUntil } = offered;
    const offersCategory = categories.includes(await this.categoryOf(ask));
    return {
      reason: ask.declineReason,
      offersCategory,
      onlyCategory: offersCategory && categories.length === 1,
      pausedUntil,
    };
  }

  /** The kind of help an ask is about. Opens a transaction of its own. */
  async categoryOf({ municipalityId, helpRequestId }: AskRow): Promise<Category> {
    const request = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.requests.of(tx, helpRequestId));
    if (!request) throw new ProblemError('not-found');
    return request.category;
  }
}

/** The same for those outside. */
export function presentAfterNo({ pausedUntil, ...after }: AfterNo): NonNullable<AnswerResult['afterNo']> {
  return { ...after, pausedUntil: pausedUntil === null ? null : new Date(pausedUntil).toISOString() };
}
