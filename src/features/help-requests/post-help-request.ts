import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PostedHelpRequestView, PostHelpRequestBody } from '@app/contracts/http/help-request-shapes.js';
import { AreaDirectory, usualMinutes, type AreaOwner } from '@app/features/associations/index.js';
import { SignInChallenges } from '@app/features/people/index.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type Actor } from '@app/platform/identity/actor.js';
import { AskerRegistration, type Asker } from './asker-registration.js';
import { EarlierHelp } from './earlier-help.js';
import type { RequestFacts } from './help-request.store.js';
import { hashBody, IdempotencyStore, type IdempotencyScope } from './idempotency.store.js';
import { needsReview } from './moderation.js';
import { problemOf } from './refusal-problems.js';
import { RequestDecider } from './request-decider.js';
import { RequestPresenter } from './request.presenter.js';
import { RequestWordsVault } from './request-words.js';

/** Somebody asks for help, for themselves or for someone else. */
@Injectable()
export class PostHelpRequest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AskerRegistration) private readonly registration: AskerRegistration,
    @Inject(SignInChallenges) private readonly challenges: SignInChallenges,
    @Inject(IdempotencyStore) private readonly idempotency: IdempotencyStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
    @Inject(RequestPresenter) private readonly presenter: RequestPresenter,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(EarlierHelp) private readonly earlier: EarlierHelp,
  ) {}

  /** The same key with the same body gives the answer that was given first, and makes nothing new. */
  async run(actor: Actor, body: PostHelpRequestBody, key: string | undefined): Promise<PostedHelpRequestView> {
    if (key === undefined) throw new ProblemError('idempotency-key-required');
    const scope: IdempotencyScope = { scope: this.scopeOf(actor, body), key };
    const bodyHash = hashBody(body);
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const earlier = await this.idempotency.hold(tx, scope);
      if (earlier) {
        if (!earlier.bodyHash.equals(bodyHash)) throw new ProblemError('idempotency-key-reused');
        // Written by this same class, so it has this shape.
        return this.idempotency.open(
          await this.vault.cipherOf(tx, earlier.personId),
          key,
          earlier.answerEnc,
        ) as PostedHelpRequestView;
      }
      const { answer, asker } = await this.post(tx, actor, body);
      const answerEnc = this.idempotency.seal(asker.cipher, key, answer);
      this.idempotency.keep(tx, scope, { bodyHash, personId: asker.askerId, answerEnc });
      return answer;
    });
  }

  private scopeOf(actor: Actor, body: PostHelpRequestBody): Buffer {
    if (actor.kind === 'person') return createHash('sha256').update(`person|${actor.personId}`).digest();
    if (!body.contact) {
      throw new ProblemError('not-signed-in', {
        detail: 'Log in, of stuur "contact" mee met uw voornaam en e-mailadres.',
      });
    }
    return this.keyRing.emailIndex(actor.municipalityId, body.contact.email);
  }

  private async post(
    tx: Transaction,
    actor: Actor,
    body: PostHelpRequestBody,
  ): Promise<{ answer: PostedHelpRequestView; asker: Asker }> {
    const owner = await this.areas.ownerOf(tx, body.neighbourhoodCode);
    if (!owner)
      throw new ProblemError('unknown-neighbourhood', {
        errors: [{ path: '/neighbourhoodCode', message: 'Not a neighbourhood of this municipality' }],
      });
    this.refuseForeignIntake(actor, body, owner);
    const asker = await this.askerOf(tx, actor, body);
    if (body.sameNeighbourAs !== undefined && !(await this.earlier.wasHelped(tx, body.sameNeighbourAs, asker.askerId)))
      throw new ProblemError('not-found', {
        errors: [{ path: '/sameNeighbourAs', message: 'Not an earlier request of this asker that was helped' }],
      });
    const id = newId();
    const begun = await this.decider.begin(
      tx,
      {
        ...askedFor(body),
        type: 'post',
        id,
        associationId: owner.organisationId,
        askerId: asker.askerId,
        contactConfirmed: actor.kind === 'person',
        needsReview: !takenByOwner(actor, body, owner) && (await needsReview(tx, owner.moderationMode, asker.askerId)),
        hasOrganisation: owner.kind === 'association',
        pace: owner.pace,
      },
      this.factsOf(id, body, asker, tx.now),
    );
    if (!begun.ok) throw problemOf(begun.refusal);
    const { request } = begun;
    const challengeId =
      body.contact && actor.kind === 'guest'
        ? await this.challenges.create(tx, body.contact.email, { helpRequestId: id, language: actor.language })
        : undefined;
    const known = { cards: asker.cards, ciphers: new Map([[asker.askerId, asker.cipher]]) };
    const [view] = await this.presenter.present(tx, asker.postedById, [{ ...request, viewer: 'asker' }], known);
    if (!view) throw new Error('The request that was just stored cannot be shown');
    // A guest has proved nothing yet: what we know of that address stays ours.
    const shown = actor.kind === 'guest' && body.contact ? { ...view, asker: ownWords(body.contact) } : view;
    return { answer: challengeId ? { ...shown, challengeId } : shown, asker };
  }

  private async askerOf(tx: Transaction, actor: Actor, body: PostHelpRequestBody): Promise<Asker> {
    const registering = this.registration.register(tx, actor, body);
    // Who is somebody new can only be counted once they are there; of others both are asked at once.
    const mayAsk =
      actor.kind === 'person' && !body.onBehalfOf
        ? this.registration.refuseTooMany(tx, actor.personId, actor)
        : registering.then(({ askerId }) => this.registration.refuseTooMany(tx, askerId, actor));
    return (await Promise.all([registering, mayAsk]))[0];
  }

  private factsOf(
    id: string,
    body: PostHelpRequestBody,
    { cipher, postedById, beneficiaryId }: Asker,
    now: number,
  ): RequestFacts {
    const seal = (column: Parameters<RequestWordsVault['seal']>[2], text: string | undefined) =>
      text === undefined ? null : this.words.seal(cipher, id, column, text);
    return {
      neighbourhoodCode: body.neighbourhoodCode,
      postedById,
      relation: body.onBehalfOf?.relation ?? null,
      beneficiaryId,
      consentStatedAt: body.onBehalfOf?.consentStated ? now : null,
      sameNeighbourOf: body.sameNeighbourAs ?? null,
      weekly: body.weekly ?? null,
      calledInId: null,
      category: body.category,
      summaryEnc: seal('summary_enc', body.summary),
      addressEnc: seal('address_enc', body.address),
      outcomeNoteEnc: null,
      contactEnc: seal('contact_enc', body.contact && JSON.stringify(body.contact)),
    };
  }

  /** By phone or by referral somebody is asked for who has no say here: only for those who look after the area. */
  private refuseForeignIntake(actor: Actor, body: PostHelpRequestBody, owner: AreaOwner): void {
    const relation = body.onBehalfOf?.relation;
    if (relation === undefined || relation === 'relative') return;
    if (actor.kind !== 'person') throw new ProblemError('not-allowed');
    const mine = organisationsOf(actor);
    const isDesk = actor.memberships.some(({ role }) => role === 'desk');
    if (!mine.includes(owner.organisationId) && !isDesk) throw new ProblemError('not-allowed');
  }
}

/** Who took the request at the telephone has looked at it already: a second look by the same people adds nothing. */
function takenByOwner(actor: Actor, body: PostHelpRequestBody, owner: AreaOwner): boolean {
  return (
    actor.kind === 'person' &&
    body.onBehalfOf?.relation === 'phone-intake' &&
    organisationsOf(actor).includes(owner.organisationId)
  );
}

/** What the asker wants, as the rules take it. */
function askedFor(body: PostHelpRequestBody) {
  return {
    urgency: body.urgency,
    windowFrom: Date.parse(body.window.from),
    windowUntil: Date.parse(body.window.until),
    expectedMinutes: body.expectedMinutes ?? usualMinutes[body.category],
    helpersNeeded: body.helpersNeeded,
    requiredTrust: body.requiredTrust,
    autoConfirm: body.autoConfirm,
    hasAddress: body.address !== undefined,
  };
}

function ownWords(contact: NonNullable<PostHelpRequestBody['contact']>): NonNullable<PostedHelpRequestView['asker']> {
  return { givenName: contact.givenName, familyName: contact.familyName ?? null, phone: null };
}
