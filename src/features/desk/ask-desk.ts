import { Inject, Injectable } from '@nestjs/common';
import type { DeskParty, DeskQuestion } from '@app/contracts/http/desk.js';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { AreaDirectory, WhoAnswers } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore, questionPlace } from './desk-question.store.js';
import { KnownDeskCallers } from './known-callers.js';

type Question = OperationInput<typeof operations.askDesk>['body'];

const mostADay = 5;

/** Somebody asks where to go with something, or an organiser notes it for who calls. */
@Injectable()
export class AskDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
    @Inject(DeskQuestionPresenter) private readonly presenter: DeskQuestionPresenter,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(WhoAnswers) private readonly who: WhoAnswers,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(KnownDeskCallers) private readonly callers: KnownDeskCallers,
  ) {}

  run(actor: PersonActor, { text, neighbourhoodCode, keepInTouch, onBehalfOf }: Question): Promise<DeskQuestion> {
    if (onBehalfOf && organisationsOf(actor).length === 0) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const { owner, wentOn } = await this.firstOwner(tx, neighbourhoodCode);
      if (!onBehalfOf) await this.refuseFlood(tx, actor.personId);
      const askerId = onBehalfOf ? await this.callerOf(tx, actor, onBehalfOf) : actor.personId;
      const id = newId();
      const cipher = await this.vault.cipherOf(tx, askerId);
      await this.store.insert(tx, {
        id,
        askerId,
        notedById: onBehalfOf ? actor.personId : null,
        textEnc: cipher.seal(text, questionPlace('text_enc', id)),
        owner,
        wentOn,
        keepInTouch,
      });
      tx.append('desk-question.asked', { questionId: id });
      if (keepInTouch) tx.append('strain-signal.given', { questionId: id });
      if (owner.organisationId !== null) tx.append('work.touched', { associationId: owner.organisationId });
      const row = await this.store.read(tx, id);
      if (!row) throw new Error('A question that was just asked is not there');
      const [view] = await this.presenter.present(tx, actor, onBehalfOf ? 'owner' : 'asker', [row]);
      return view as DeskQuestion;
    });
  }

  /** Who answers for this neighbourhood now; the desk where none is told. */
  private async firstOwner(
    tx: Transaction,
    neighbourhoodCode: string | undefined,
  ): Promise<{ owner: DeskParty; wentOn: boolean }> {
    if (neighbourhoodCode === undefined) {
      return { owner: { kind: 'desk', organisationId: (await this.areas.desk(tx)).id }, wentOn: false };
    }
    const area = await this.areas.ownerOf(tx, neighbourhoodCode);
    if (!area) throw new ProblemError('unknown-neighbourhood');
    const owner = await this.who.hasNew(tx, area.organisationId);
    return { owner, wentOn: owner.organisationId !== area.organisationId };
  }

  /** Somebody who is known stays one person. @throws ProblemError not-found for somebody the actor does not know */
  private async callerOf(
    tx: Transaction,
    actor: PersonActor,
    caller: NonNullable<Question['onBehalfOf']>,
  ): Promise<string> {
    const { personId } = caller;
    if (personId === undefined) return this.people.createWithoutEmail(tx, caller);
    if (!(await this.callers.knows(tx, actor, personId))) throw new ProblemError('not-found');
    return personId;
  }

  private async refuseFlood(tx: Transaction, askerId: string): Promise<void> {
    if ((await this.store.askedInADay(tx, askerId)) < mostADay) return;
    throw new ProblemError('too-many-requests', {
      detail: 'U vroeg vandaag al veel. Bel het loket, dan helpen wij u verder.',
      retryAfterSeconds: 24 * 3_600,
    });
  }
}
