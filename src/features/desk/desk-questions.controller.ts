import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { versionIn } from '@app/contracts/http/primitives.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { AskDesk } from './ask-desk.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore } from './desk-question.store.js';
import { KnownDeskCallers } from './known-callers.js';
import { KeepInTouch } from './keep-in-touch.js';
import { RouteQuestion } from './route-question.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** Questions to the desk: asking, following, and dealing with them. */
@Controller()
export class DeskQuestionsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AskDesk) private readonly askDesk: AskDesk,
    @Inject(RouteQuestion) private readonly route: RouteQuestion,
    @Inject(KnownDeskCallers) private readonly callers: KnownDeskCallers,
    @Inject(KeepInTouch) private readonly keepInTouch: KeepInTouch,
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
    @Inject(DeskQuestionPresenter) private readonly presenter: DeskQuestionPresenter,
  ) {}

  @Endpoint(operations.askDesk)
  ask(@CurrentPerson() actor: PersonActor, @Input(operations.askDesk) { body }: In<'askDesk'>): Out<'askDesk'> {
    return this.askDesk.run(actor, body);
  }

  @Endpoint(operations.findDeskCallers)
  async findCallers(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.findDeskCallers) { body }: In<'findDeskCallers'>,
  ): Out<'findDeskCallers'> {
    return { people: await this.callers.find(actor, body) };
  }

  @Endpoint(operations.listDeskQuestions)
  list(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.listDeskQuestions) { query }: In<'listDeskQuestions'>,
  ): Out<'listDeskQuestions'> {
    const organisations = organisationsOf(actor);
    const welfare = actor.memberships.some(({ role }) => role === 'monitor');
    if (query.role === 'owner' && organisations.length === 0 && !welfare) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      if (query.role === 'mine') {
        const rows = await this.store.ofAsker(tx, actor.personId);
        return { questions: await this.presenter.present(tx, actor, 'asker', rows), parties: [] };
      }
      const rows = await this.store.ofOwners(tx, organisations, welfare);
      const questions = await this.presenter.present(tx, actor, 'owner', rows);
      return { questions, parties: await this.presenter.parties(tx) };
    });
  }

  @Endpoint(operations.setKeepInTouch)
  setKeepInTouch(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.setKeepInTouch) { params, body }: In<'setKeepInTouch'>,
  ): Promise<void> {
    return this.keepInTouch.set(actor, params.id, body.wanted);
  }

  @Endpoint(operations.offerDeskQuestion)
  offer(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.offerDeskQuestion) { params, headers, body }: In<'offerDeskQuestion'>,
  ): Out<'offerDeskQuestion'> {
    return this.route.offer(actor, params.id, versionIn(headers), body.to);
  }

  @Endpoint(operations.answerDeskOffer)
  answerOffer(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.answerDeskOffer) { params, headers, body }: In<'answerDeskOffer'>,
  ): Promise<void> {
    return this.route.answerOffer(actor, params.id, versionIn(headers), body.take);
  }

  @Endpoint(operations.answerDeskQuestion)
  answer(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.answerDeskQuestion) { params, headers, body }: In<'answerDeskQuestion'>,
  ): Out<'answerDeskQuestion'> {
    return this.route.answer(actor, params.id, versionIn(headers), body);
  }

  @Endpoint(operations.viewDeskAsker)
  viewAsker(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.viewDeskAsker) { params, body }: In<'viewDeskAsker'>,
  ): Out<'viewDeskAsker'> {
    return this.route.viewAsker(actor, params.id, body.reason);
  }
}
