import { Inject, Injectable } from '@nestjs/common';
import type { DeskCaller } from '@app/contracts/http/desk.js';
import { CallerTrail, matchCaller, nationalDigits, type Caller } from '@app/features/help-requests/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore, questionPlace, type QuestionRow } from './desk-question.store.js';

const mostShown = 5;

/** People who asked the desk by telephone before, to recognise a caller by. Never wider than the questions of who looks. */
@Injectable()
export class KnownDeskCallers {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeskQuestionStore) private readonly store: DeskQuestionStore,
    @Inject(DeskQuestionPresenter) private readonly presenter: DeskQuestionPresenter,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(CallerTrail) private readonly trail: CallerTrail,
  ) {}

  async find(actor: PersonActor, caller: Caller): Promise<DeskCaller[]> {
    if (organisationsOf(actor).length === 0) throw new ProblemError('not-allowed');
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const rows = await this.store.notedFor(tx, organisationsOf(actor), actor.personId);
      const cards = await this.people.cardsOf(tx, [...new Set(rows.map(({ asker_id: id }) => id))]);
      const found = [...cards.values()].flatMap((card) => {
        const sameAs = matchCaller(card, caller);
        return sameAs ? [{ card, sameAs }] : [];
      });
      const likeliest = found
        .toSorted((a, b) => Number(b.sameAs === 'phone') - Number(a.sameAs === 'phone'))
        .slice(0, mostShown);
      // Family names are not shown here, the end of a number is.
      await this.trail.note(
        tx,
        actor,
        likeliest.map(({ card: { id, phone } }) => ({ id, phone, familyName: null })),
      );
      return Promise.all(
        likeliest.map(async ({ card, sameAs }) => ({
          personId: card.id,
          givenName: card.givenName,
          phoneEnding: card.phone === null ? null : nationalDigits(card.phone).slice(-2),
          sameAs,
          openQuestions: await this.openOf(
            tx,
            rows.filter(({ asker_id: id, status }) => id === card.id && status === 'open'),
          ),
        })),
      );
    });
  }

  /** Whether this person asked by telephone before, as far as the actor may know. Needs a system transaction. */
  async knows(tx: Transaction, actor: PersonActor, personId: string): Promise<boolean> {
    const rows = await this.store.notedFor(tx, organisationsOf(actor), actor.personId);
    return rows.some(({ asker_id: id }) => id === personId);
  }

  private async openOf(tx: Transaction, rows: readonly QuestionRow[]): Promise<DeskCaller['openQuestions']> {
    const ciphers = await this.vault.ciphersOf(
      tx,
      rows.map(({ asker_id: id }) => id),
    );
    return Promise.all(
      rows.map(async ({ id, asker_id: askerId, text_enc: sealed, ...row }) => ({
        id,
        text: (sealed && ciphers.get(askerId)?.open(sealed, questionPlace('text_enc', id))) ?? '',
        askedAt: row.asked_at.toISOString(),
        ownerName: (await this.presenter.ownerOf(tx, { kind: row.owner_kind, organisationId: row.owner_id })).name,
      })),
    );
  }
}
