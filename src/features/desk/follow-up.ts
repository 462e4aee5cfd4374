import { Inject, Injectable } from '@nestjs/common';
import type { Followed } from '@app/contracts/http/follow.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { RequestDigest } from '@app/features/help-requests/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { readTypedCode } from '@app/platform/crypto/typed-code.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { DeskQuestionPresenter } from './desk-question.presenter.js';
import { DeskQuestionStore, factsOf, questionPlace } from './desk-question.store.js';
import { FollowCodeStore, type FollowedSubject } from './follow-code.store.js';
import { followCodeLength } from './follow-codes.js';

/**
 * Of everybody together, beside the limit by address: more than one address can make in an hour, so that none shuts this
 * for all, and so few that a whole year of guessing at it has one chance in sixty to find one of a thousand codes.
 */
const mostWrongTriesAnHour = 2_000;

const iso = (instant: number): string => new Date(instant).toISOString();

/** How it stands, for whoever has the code: no names, no address and no words of the asker. */
@Injectable()
export class FollowUp {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FollowCodeStore) private readonly codes: FollowCodeStore,
    @Inject(DeskQuestionStore) private readonly questions: DeskQuestionStore,
    @Inject(DeskQuestionPresenter) private readonly presenter: DeskQuestionPresenter,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  async look(municipalityId: string, typed: string): Promise<Followed> {
    const code = readTypedCode(typed, followCodeLength);
    // The try counts, whatever becomes of it: that it was wrong is written in a transaction that holds.
    const followed = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      if ((await this.codes.wrongTries(tx)) >= mostWrongTriesAnHour) {
        throw new ProblemError('too-many-requests', { retryAfterSeconds: 3_600 });
      }
      const subject = code === undefined ? undefined : await this.codes.find(tx, code);
      const found = subject && (await this.stands(tx, subject));
      if (!found) await this.codes.noteWrongTry(tx);
      return found;
    });
    if (!followed) throw new ProblemError('invalid-code', { detail: 'Deze code kennen wij niet. Kijk de letters na.' });
    return followed;
  }

  private stands(tx: Transaction, { kind, id }: FollowedSubject): Promise<Followed | undefined> {
    return kind === 'question' ? this.question(tx, id) : this.request(tx, id);
  }

  private async question(tx: Transaction, id: string): Promise<Followed | undefined> {
    const row = await this.questions.read(tx, id);
    if (!row) return undefined;
    const cipher = (await this.vault.ciphersOf(tx, [row.asker_id])).get(row.asker_id);
    const { status, answer_enc: sealed } = row;
    return {
      about: {
        kind: 'question',
        status,
        dueAt: row.due_at.toISOString(),
        answer: sealed && cipher ? cipher.open(sealed, questionPlace('answer_enc', id)) : null,
      },
      askedAt: row.asked_at.toISOString(),
      owner: await this.presenter.ownerOf(tx, factsOf(row).owner),
    };
  }

  private async request(tx: Transaction, id: string): Promise<Followed | undefined> {
    const request = await this.requests.of(tx, id);
    if (!request) return undefined;
    const { state, category, calledInId } = request;
    const { associationId, escalation, status, windowFrom, windowUntil } = state;
    const owner = await this.areas.lookingAfter(tx, { associationId, level: escalation.level, calledInId });
    const { givenName, phone } = owner.contact;
    return {
      about: {
        kind: 'request',
        status,
        category,
        window: { from: iso(windowFrom), until: iso(windowUntil) },
        helped: state.outcome?.helped ?? null,
      },
      askedAt: iso(state.postedAt),
      owner: { kind: owner.kind, organisationId: owner.id, name: owner.name, person: { givenName, phone } },
    };
  }
}
