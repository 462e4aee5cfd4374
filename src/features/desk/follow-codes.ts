import { Inject, Injectable } from '@nestjs/common';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationResult } from '@app/contracts/http/operation.js';
import { RequestDigest, RequestReader } from '@app/features/help-requests/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { newTypedCode, printedCode } from '@app/platform/crypto/typed-code.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { worksFor } from './desk-question.policy.js';
import { DeskQuestionStore, factsOf } from './desk-question.store.js';
import { FollowCodeStore, type FollowedSubject } from './follow-code.store.js';
import { printFollowLetter } from './follow-letter.js';

type Made = OperationResult<typeof operations.makeQuestionFollowCode>;

/** Signs of a code: 40 random bits, short enough to say on the telephone; wrong tries are bounded. */
export const followCodeLength = 8;

const closed: ReadonlySet<string> = new Set(['completed', 'not-helped', 'cancelled', 'expired']);

/** Codes for who has no e-mail, made by whoever takes the call or looks after what was asked. */
@Injectable()
export class FollowCodes {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DeskQuestionStore) private readonly questions: DeskQuestionStore,
    @Inject(RequestReader) private readonly requests: RequestReader,
    @Inject(RequestDigest) private readonly digest: RequestDigest,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(FollowCodeStore) private readonly codes: FollowCodeStore,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** For a question of somebody on the telephone: by who noted it, and by who owns it. */
  ofQuestion(actor: PersonActor, id: string): Promise<Made> {
    return this.make(actor, { kind: 'question', id }, async (tx) => {
      const row = await this.questions.read(tx, id);
      const mine = row && (row.noted_by_id === actor.personId || worksFor(actor.memberships, factsOf(row).owner));
      if (!row || mine !== true || organisationsOf(actor).length === 0) throw new ProblemError('not-found');
      if (row.noted_by_id === null || row.has_email || row.status !== 'open') throw new ProblemError('not-open');
      return row.asker_id;
    });
  }

  /** For a request that was taken by telephone: by those who look after it, and by who took it. */
  async ofRequest(actor: PersonActor, id: string): Promise<Made> {
    const { viewer, onBehalfOf, status } = await this.requests.one(actor, id);
    const posted = viewer === 'asker' && onBehalfOf !== undefined;
    if (!(viewer === 'coordinator' || posted) || organisationsOf(actor).length === 0)
      throw new ProblemError('not-found');
    if (onBehalfOf?.relation !== 'phone-intake' || closed.has(status)) throw new ProblemError('not-open');
    return this.make(actor, { kind: 'request', id }, async (tx) => {
      const request = await this.digest.of(tx, id);
      if (!request) throw new ProblemError('not-found');
      return request.state.askerId;
    });
  }

  private async make(
    actor: PersonActor,
    subject: FollowedSubject,
    askerOf: (tx: Transaction) => Promise<string>,
  ): Promise<Made> {
    const code = newTypedCode(followCodeLength);
    const { expiresAt, givenName } = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const askerId = await askerOf(tx);
      const until = await this.codes.put(tx, subject, askerId, code);
      await this.audit.record(tx, {
        act: 'follow-code-made',
        actorId: actor.personId,
        associationId: organisationsOf(actor)[0] ?? null,
        subjectId: askerId,
        aboutId: subject.id,
      });
      const card = (await this.people.cardsOf(tx, [askerId])).get(askerId);
      return { expiresAt: until, givenName: card?.givenName ?? '' };
    });
    const pdf = await printFollowLetter({ code, givenName, expiresAt, publicUrl: this.config.publicUrl });
    return { code: printedCode(code), pdf: pdf.toString('base64'), expiresAt: expiresAt.toISOString() };
  }
}
