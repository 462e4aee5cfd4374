import { Inject, Injectable } from '@nestjs/common';
import { AcceptHelpRequest, type AcceptanceStatus } from '@app/features/help-requests/index.js';
import type { Tenancy } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { AskStore } from './ask.store.js';

export interface Answer {
  readonly answer: 'yes' | 'no';
  readonly reason?: string | undefined;
  readonly waitlist?: boolean | undefined;
}

/** A neighbour answers an ask, in the app or by the link in a message: in their own name either way. */
@Injectable()
export class AnswerAsk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(AcceptHelpRequest) private readonly accept: AcceptHelpRequest,
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
    return this.unitOfWork.run({ ...own, subjectId: seen.helpRequestId }, async (tx) => {
      const { helpRequestId } = seen;
      if (answer.answer === 'no') {
        const ask = await this.asks.find(tx, askId, true);
        if (!ask || ask.status === 'yes')
          throw new ProblemError('already-answered', {
            detail: 'U zei al ja. Kunt u toch niet? Trek uw ja dan in bij de afspraak.',
          });
        if (ask.status !== 'pending') return 'declined';
        await this.asks.answer(tx, ask, 'no', answer.reason);
        tx.append('ask.answered', { askId, personId, helpRequestId, answer: 'no' });
        return 'declined';
      }
      // Request before ask, as everywhere; a yes that comes late is still a yes while a seat is free.
      const status = await this.accept.within(tx, personId, helpRequestId, answer.waitlist ?? false);
      const ask = await this.asks.find(tx, askId, true);
      if (ask && ask.status !== 'yes') {
        await this.asks.answer(tx, ask, 'yes', undefined);
        tx.append('ask.answered', { askId, personId, helpRequestId, answer: 'yes' });
      }
      return status;
    });
  }
}
