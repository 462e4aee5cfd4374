import { Inject, Injectable } from '@nestjs/common';
import type { DeskParty, DeskQuestion, DeskTheme } from '@app/contracts/http/desk.js';
import type { ViewReason } from '@app/contracts/http/contact-views.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { actsOn, worksFor, type DeskAct } from './desk-question.policy.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore, factsOf, questionPlace, type QuestionRow } from './desk-question.store.js';

/** What those who deal with questions do: offer, take, answer. Of two at once the second is told. */
@Injectable()
export class RouteQuestion {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
    @Inject(DeskQuestionPresenter) private readonly presenter: DeskQuestionPresenter,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  offer(actor: PersonActor, id: string, seen: number | undefined, to: DeskParty | null): Promise<DeskQuestion> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const row = await this.lock(tx, actor, id, seen, 'offer');
      if (to !== null) await this.refuseNobody(tx, row, to);
      await this.store.offer(tx, id, to);
      await this.note(tx, actor, row, 'desk-question-offered');
      this.hint(tx, factsOf(row).offeredTo, to, factsOf(row).owner);
      return this.after(tx, actor, id);
    });
  }

  async answerOffer(actor: PersonActor, id: string, seen: number | undefined, take: boolean): Promise<void> {
    await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const row = await this.lock(tx, actor, id, seen, 'take');
      const { owner, offeredTo } = factsOf(row);
      if (offeredTo === null) throw new ProblemError('not-open');
      if (take) {
        await this.store.move(tx, id, offeredTo);
        const { kind: to } = offeredTo;
        tx.append('desk-question.moved', { questionId: id, askerId: row.asker_id, to, late: false });
      } else await this.store.offer(tx, id, null);
      await this.note(tx, actor, row, take ? 'desk-question-taken' : 'desk-question-left');
      this.hint(tx, owner, offeredTo);
    });
  }

  answer(
    actor: PersonActor,
    id: string,
    seen: number | undefined,
    { text, theme }: { readonly text: string; readonly theme: DeskTheme },
  ): Promise<DeskQuestion> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const row = await this.lock(tx, actor, id, seen, 'answer');
      const cipher = await this.vault.cipherOf(tx, row.asker_id);
      await this.store.answer(tx, id, cipher.seal(text, questionPlace('answer_enc', id)), theme);
      await this.note(tx, actor, row, 'desk-question-answered');
      tx.append('desk-question.answered', { questionId: id, askerId: row.asker_id, theme });
      const { owner, offeredTo } = factsOf(row);
      this.hint(tx, owner, offeredTo);
      return this.after(tx, actor, id);
    });
  }

  /** The number of who asked, for who owns the question: with a reason, and with a row in the trail. */
  viewAsker(actor: PersonActor, id: string, reason: ViewReason | undefined): Promise<{ phone: string | null }> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const row = await this.store.read(tx, id);
      if (!row || !worksFor(actor.memberships, factsOf(row).owner)) throw new ProblemError('not-found');
      if (reason === undefined) throw new ProblemError('reason-required');
      const phone = (await this.people.cardsOf(tx, [row.asker_id])).get(row.asker_id)?.phone ?? null;
      if (phone !== null) {
        const cipher = await this.vault.cipherOf(tx, row.asker_id);
        await this.audit.record(tx, {
          act: 'contact-viewed',
          actorId: actor.personId,
          associationId: row.owner_id,
          subjectId: row.asker_id,
          aboutId: id,
          reason,
          details: { phone: cipher.mac(phone) },
        });
      }
      return { phone };
    });
  }

  /** The question, locked, for who may do this with it now. */
  private async lock(
    tx: Transaction,
    actor: PersonActor,
    id: string,
    seen: number | undefined,
    act: DeskAct,
  ): Promise<QuestionRow> {
    const row = await this.store.read(tx, id, true);
    const acts = row ? actsOn(actor.memberships, factsOf(row)) : null;
    if (!row || acts === null) throw new ProblemError('not-found');
    if (seen === undefined) throw new ProblemError('if-match-required');
    if (row.version !== seen) throw new ProblemError('stale-version');
    if (!acts.includes(act)) throw new ProblemError('not-open');
    return row;
  }

  /** @throws ProblemError invalid-input for an organisation that is not there, or that owns it already */
  private async refuseNobody(tx: Transaction, row: QuestionRow, to: DeskParty): Promise<void> {
    const known = to.organisationId === null ? undefined : await this.areas.owner(tx, to.organisationId);
    const exists = to.kind === 'welfare' ? to.organisationId === null : known?.kind === to.kind;
    const { owner } = factsOf(row);
    if (exists && !(owner.kind === to.kind && owner.organisationId === to.organisationId)) return;
    throw new ProblemError('invalid-input', {
      errors: [{ path: '/to', message: 'Choose another one of "parties" in /v1/desk-questions?role=owner' }],
    });
  }

  private hint(tx: Transaction, ...parties: readonly (DeskParty | null)[]): void {
    const ids = new Set(parties.flatMap((party) => (party?.organisationId ? [party.organisationId] : [])));
    for (const associationId of ids) tx.append('work.touched', { associationId });
  }

  private async note(
    tx: Transaction,
    actor: PersonActor,
    { id, owner_id: associationId }: QuestionRow,
    act: 'desk-question-offered' | 'desk-question-taken' | 'desk-question-left' | 'desk-question-answered',
  ): Promise<void> {
    await this.audit.record(tx, { act, actorId: actor.personId, associationId, aboutId: id });
  }

  private async after(tx: Transaction, actor: PersonActor, id: string): Promise<DeskQuestion> {
    const row = await this.store.read(tx, id);
    const [view] = row ? await this.presenter.present(tx, actor, 'owner', [row]) : [];
    if (!view) throw new Error('A question that was just changed is not there');
    return view;
  }
}
