import { Inject, Injectable } from '@nestjs/common';
import type { Category } from '@app/contracts/http/vocabulary.js';
import type { ProblemCode } from '@app/contracts/errors/problem.js';
import { AcceptHelpRequest, type AcceptanceStatus } from '@app/features/help-requests/index.js';
import type { Tenancy } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { AfterNoEffects, type WhyNot } from './after-no.js';
import type { AskRow } from './ask.row.js';
import { AskStore } from './ask.store.js';

export interface Answer extends WhyNot {
  readonly answer: 'yes' | 'no';
  readonly waitlist?: boolean | undefined;
}

/** Refusals that say that others were quicker, or that the time was up. */
const tooLate: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['already-matched', 'not-open']);

/** A neighbour answers an ask, in the app or by the link in a message: in their own name either way. */
@Injectable()
export class AnswerAsk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(AcceptHelpRequest) private readonly accept: AcceptHelpRequest,
    @Inject(AfterNoEffects) private readonly after: AfterNoEffects,
  ) {}

  async run(
    municipalityId: string,
    personId: string,
    askId: string,
    answer: Answer,
  ): Promise<AcceptanceStatus | 'declined'> {
    const own: Tenancy = { municipalityId, personId, scope: 'person' };
    const seen = await this.unitOfWork.run(own, (tx) => this.asks.find(tx, askId));
    if (!seen || seen.personId !== personId) throw new ProblemError('not-found');
    const about: Tenancy = { ...own, subjectId: seen.helpRequestId };
    if (answer.answer === 'no') {
      const category = await this.after.categoryOf(seen);
      return this.unitOfWork.run(about, (tx) => this.decline(tx, seen, answer, category));
    }
    try {
      return await this.unitOfWork.run(about, (tx) => this.agree(tx, seen, answer.waitlist ?? false));
    } catch (error) {
      // Too late to help; it still tells how people answer.
      if (error instanceof ProblemError && tooLate.has(error.code))
        await this.unitOfWork.run(own, (tx) => this.noteLate(tx, askId, 'yes'));
      throw error;
    }
  }

  private async decline(
    tx: Transaction,
    { id: askId, personId, helpRequestId }: AskRow,
    whyNot: WhyNot,
    category: Category,
  ): Promise<'declined'> {
    const ask = (await this.asks.openOf(tx, helpRequestId, personId)) ?? (await this.asks.find(tx, askId, true));
    if (!ask || ask.status === 'yes')
      throw new ProblemError('already-answered', {
        detail: 'U zei al ja. Kunt u toch niet? Trek uw ja dan in bij de afspraak.',
      });
    if (ask.status === 'pending') {
      await this.asks.answer(tx, ask, 'no');
      tx.append('ask.answered', { askId: ask.id, personId, helpRequestId, answer: 'no' });
    } else {
      await this.asks.noteLateAnswer(tx, ask, 'no');
    }
    await this.after.apply(tx, ask, whyNot, category);
    return 'declined';
  }

  private async agree(
    tx: Transaction,
    { id: askId, personId, helpRequestId }: AskRow,
    waitlist: boolean,
  ): Promise<AcceptanceStatus> {
    // Request before ask, as everywhere; a yes that comes late is still a yes while a seat is free.
    const status = await this.accept.within(tx, personId, helpRequestId, waitlist);
    const ask = (await this.asks.openOf(tx, helpRequestId, personId)) ?? (await this.asks.find(tx, askId, true));
    if (ask && ask.status !== 'yes') {
      await this.asks.answer(tx, ask, 'yes');
      tx.append('ask.answered', { askId: ask.id, personId, helpRequestId, answer: 'yes' });
    }
    return status;
  }

  private async noteLate(tx: Transaction, askId: string, answer: 'yes' | 'no'): Promise<void> {
    const ask = await this.asks.find(tx, askId, true);
    if (ask) await this.asks.noteLateAnswer(tx, ask, answer);
  }
}
