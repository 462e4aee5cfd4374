import { Inject, Injectable } from '@nestjs/common';
import type { PostHelpRequestBody } from '@app/contracts/http/help-request-shapes.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import { PersonVault, type PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { AskingLimits } from './asking-limits.js';
import { KnownAskers } from './known-askers.js';

export interface Asker {
  /** Whose request it is, and under whose key its words are. */
  readonly askerId: string;
  readonly postedById: string;
  /** A relative the asker asks for. */
  readonly beneficiaryId: string | null;
  readonly cipher: PersonCipher;
  /** Cards that were read on the way, by id. */
  readonly cards: ReadonlyMap<string, PersonCard>;
}

/** Finds out who asks, and makes the person known that is not known yet. */
@Injectable()
export class AskerRegistration {
  constructor(
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(KnownAskers) private readonly known: KnownAskers,
    @Inject(AskingLimits) private readonly limits: AskingLimits,
  ) {}

  async register(tx: Transaction, actor: Actor, body: PostHelpRequestBody): Promise<Asker> {
    if (actor.kind === 'person' && !body.onBehalfOf) return this.signedIn(tx, actor);
    const posterId = await this.poster(tx, actor, body);
    const relation = body.onBehalfOf?.relation;
    const cards = new Map<string, PersonCard>();
    if (body.onBehalfOf && relation !== 'relative') {
      const askerId =
        body.onBehalfOf.personId === undefined
          ? await this.people.createWithoutEmail(tx, body.onBehalfOf)
          : await this.recognised(tx, actor, body.onBehalfOf.personId);
      const cipher = await this.vault.cipherOf(tx, askerId);
      return { askerId, postedById: posterId, beneficiaryId: null, cipher, cards };
    }
    const beneficiaryId = body.onBehalfOf ? await this.people.createWithoutEmail(tx, body.onBehalfOf) : null;
    await this.people.addMembership(tx, posterId, 'caregiver', null);
    const cipher = await this.vault.cipherOf(tx, posterId);
    return { askerId: posterId, postedById: posterId, beneficiaryId, cipher, cards };
  }

  /** Somebody signed in, for themselves: the usual case, in one journey to the database. */
  private async signedIn(tx: Transaction, { personId, memberships }: PersonActor): Promise<Asker> {
    const [cards, cipher] = await Promise.all([
      this.people.cardsOf(tx, [personId]),
      this.vault.cipherOf(tx, personId),
      memberships.some(({ role }) => role === 'caregiver')
        ? undefined
        : this.people.addMembership(tx, personId, 'caregiver', null),
    ]);
    if (!cards.get(personId)?.givenName) throw new ProblemError('contact-details-required');
    return { askerId: personId, postedById: personId, beneficiaryId: null, cipher, cards };
  }

  /** Somebody new may ask three times a day, so that one person cannot flood a neighbourhood; who is barred, not at all. */
  async refuseTooMany(tx: Transaction, askerId: string, actor: Actor): Promise<void> {
    const proved = actor.kind === 'person' ? await this.limits.askedLately(tx, askerId) : undefined;
    // A guest has proved nothing yet and is told nothing of that address: the request goes to a coordinator instead.
    if (proved?.isBarred && actor.kind === 'person' && actor.personId === askerId) throw new ProblemError('barred-now');
    if (proved ? proved.isNewAndDone : await this.limits.isUsedUpByGuests(tx, askerId)) {
      throw new ProblemError('too-many-requests', {
        detail: 'U kunt vandaag geen vraag meer stellen. Bel uw coördinator of het loket als het dringend is.',
        retryAfterSeconds: 24 * 3600,
      });
    }
  }

  /** A caller who is known keeps one name and one history; somebody else's caller is not there. */
  private async recognised(tx: Transaction, actor: Actor, personId: string): Promise<string> {
    const organiser: PersonActor | undefined = actor.kind === 'person' ? actor : undefined;
    if (!organiser || !(await this.known.knows(tx, organiser, personId))) throw new ProblemError('not-found');
    return personId;
  }

  private async poster(tx: Transaction, actor: Actor, body: PostHelpRequestBody): Promise<string> {
    if (actor.kind === 'guest') {
      if (!body.contact) throw new ProblemError('not-signed-in');
      return (await this.people.findOrCreateByEmail(tx, body.contact)).personId;
    }
    const card = (await this.people.cardsOf(tx, [actor.personId])).get(actor.personId);
    if (!card?.givenName) throw new ProblemError('contact-details-required');
    return actor.personId;
  }
}
