import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { KeyRing } from '@app/platform/crypto/key-ring.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { Municipalities } from '@app/platform/identity/municipalities.js';
import { chosenOnPage, languageOfReader } from '@app/platform/pages/page-language.js';
import type { PageFrame } from '@app/platform/pages/render-page.js';
import { ActionTokens, type LinkKind, type ActionToken } from '../action-tokens.js';

/** Somebody opened a link of ours; nothing is known about them but the link. */
export interface PageVisit {
  readonly municipalityId: string;
  readonly frame: PageFrame & { readonly language: Language };
  readonly kind: LinkKind;
  readonly token: string;
}

/** A link that still works, with the person it was sent to. */
export interface LiveLink extends ActionToken {
  readonly actor: PersonActor;
  /** Product clock when it was looked up. */
  readonly now: number;
}

/** Looks up one-tap links; the link is the authority, and it signs nobody in. */
@Injectable()
export class OneTapLinks {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(ActionTokens) private readonly tokens: ActionTokens,
    @Inject(KeyRing) private readonly keyRing: KeyRing,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
  ) {}

  async visit(request: FastifyRequest, kind: LinkKind, token: string): Promise<PageVisit> {
    const { id, name, isDemonstration } = await this.municipalities.ofHost(request.hostname);
    const language = chosenOnPage(request) ?? (await this.languageOf(id, kind, token)) ?? languageOfReader(request);
    return { municipalityId: id, frame: { municipalityName: name, isExample: isDemonstration, language }, kind, token };
  }

  /** What the person reads to whom the link was sent, also when its time is over. */
  private languageOf(municipalityId: string, kind: LinkKind, token: string): Promise<Language | undefined> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const link = await this.tokens.find(tx, kind, token);
      return link && (await this.people.cardsOf(tx, [link.personId])).get(link.personId)?.language;
    });
  }

  /** The link, or undefined when it never was one or its time is over: nobody is told which. */
  open(visit: PageVisit): Promise<LiveLink | undefined> {
    return this.unitOfWork.run(asSystem(visit.municipalityId), (tx) => this.find(tx, visit));
  }

  /** The same inside a system transaction. */
  async find(tx: Transaction, { municipalityId, kind, token }: PageVisit): Promise<LiveLink | undefined> {
    const link = await this.tokens.find(tx, kind, token);
    if (!link || link.expiresAt <= tx.now) return undefined;
    const { personId } = link;
    return {
      ...link,
      actor: { kind: 'person', municipalityId, personId, sessionId: '', memberships: [] },
      now: tx.now,
    };
  }

  /** Notes that the link was used. After its effect: a crash in between must not swallow an answer. */
  markUsed({ municipalityId, kind, token }: PageVisit): Promise<void> {
    return this.unitOfWork.run(asSystem(municipalityId), (tx) => this.tokens.markUsed(tx, kind, token));
  }

  /** Path of this person's pause page, if a message brought it before: looking at a page makes no new links. */
  async pausePath(tx: Transaction, personId: string): Promise<string | null> {
    const token = this.keyRing.actionToken('pause', tx.tenancy.municipalityId, personId, personId);
    const link = await this.tokens.find(tx, 'pause', token);
    return link && link.expiresAt > tx.now ? `/pauze/${token}` : null;
  }
}
