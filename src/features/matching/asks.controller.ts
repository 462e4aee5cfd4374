import { Controller, Inject } from '@nestjs/common';
import type { AnswerResult, AskView } from '@app/contracts/http/asks.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { AfterNoEffects, presentAfterNo } from './after-no.js';
import { AnswerAsk } from './answer-ask.js';
import { AskReader } from './ask-reader.js';

/** What a neighbour is asked, and the answer. */
@Controller()
export class AsksController {
  constructor(
    @Inject(AskReader) private readonly reader: AskReader,
    @Inject(AnswerAsk) private readonly answerAsk: AnswerAsk,
    @Inject(AfterNoEffects) private readonly after: AfterNoEffects,
  ) {}

  @Endpoint(operations.listAsks)
  async list(
    @CurrentPerson() { municipalityId, personId }: PersonActor,
    @Input(operations.listAsks) { query }: OperationInput<typeof operations.listAsks>,
  ): Promise<{ asks: AskView[] }> {
    return { asks: await this.reader.listOf(municipalityId, personId, query.status) };
  }

  @Endpoint(operations.answerAsk)
  async answer(
    @CurrentPerson() { municipalityId, personId }: PersonActor,
    @Input(operations.answerAsk) { params, body }: OperationInput<typeof operations.answerAsk>,
  ): Promise<AnswerResult> {
    const { askAgainFrom, ...answer } = body;
    const from = typeof askAgainFrom === 'string' ? Date.parse(askAgainFrom) : askAgainFrom;
    const status = await this.answerAsk.run(municipalityId, personId, params.id, { ...answer, askAgainFrom: from });
    if (status !== 'declined') return { status };
    return { status, afterNo: presentAfterNo(await this.after.of(municipalityId, personId, params.id)) };
  }
}
