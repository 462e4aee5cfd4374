import { Inject, Injectable } from '@nestjs/common';
import { RequestReader, type AcceptanceStatus } from '@app/features/help-requests/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AnswerAsk } from './answer-ask.js';
import { AskStore } from './ask.store.js';

export type CallOutcome = 'yes' | 'no' | 'no-answer';

/** An organiser notes what a neighbour said on the telephone: the neighbour's own answer, by another voice. */
@Injectable()
export class RecordCall {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestReader) private readonly reader: RequestReader,
    @Inject(AnswerAsk) private readonly answer: AnswerAsk,
    @Inject(AskStore) private readonly asks: AskStore,
  ) {}

  async run(
    actor: PersonActor,
    askId: string,
    outcome: CallOutcome,
  ): Promise<AcceptanceStatus | 'declined' | 'no-answer'> {
    const { municipalityId } = actor;
    const ask = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.asks.find(tx, askId));
    if (!ask || ask.channel !== 'phone') throw new ProblemError('not-found');
    const seen = await this.reader.one(actor, ask.helpRequestId);
    if (seen.viewer !== 'coordinator') throw new ProblemError('not-found');
    if (ask.status !== 'pending') throw new ProblemError('already-answered');
    if (outcome !== 'no-answer') return this.answer.run(municipalityId, ask.personId, askId, { answer: outcome });
    await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const locked = await this.asks.find(tx, askId, true);
      if (locked?.status !== 'pending') throw new ProblemError('already-answered');
      // The telephone rang, so it counts; this neighbour is left alone for this request.
      await this.asks.close(tx, locked, 'expired');
    });
    return 'no-answer';
  }
}
