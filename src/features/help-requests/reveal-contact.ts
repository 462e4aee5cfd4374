import { Inject, Injectable } from '@nestjs/common';
import type { ContactDetails, ViewReason } from '@app/contracts/http/contact-views.js';
import { activeAcceptances } from '@app/domain/help-request/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { AuditLog } from '@app/platform/audit/audit-log.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { organisationsOf, type PersonActor } from '@app/platform/identity/actor.js';
import { onlyTookIt, viewerOf } from './help-request.policy.js';
import { HelpRequestStore, type LoadedRequest } from './help-request.store.js';
import { deskId } from './request-reader.js';
import { RequestWordsVault } from './request-words.js';

/** Values of one person that were shown, by what they are. */
type Shown = Partial<Record<'family-name' | 'phone' | 'address', string | null | undefined>>;

/** Who looks, at what and why; the request and its association follow from the row. */
interface View {
  readonly actor: PersonActor;
  readonly reason: ViewReason;
  readonly loaded: LoadedRequest;
}

/** Shows an organiser how to reach the people of a request: with a reason, and never without a row in the trail. */
@Injectable()
export class RevealContact {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  run(actor: PersonActor, id: string, reason: ViewReason | undefined): Promise<ContactDetails> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const loaded = await this.store.read(tx, id);
      const viewer = loaded && viewerOf(actor, loaded.row, loaded.state, await deskId(tx));
      // Others than its organisers see what is theirs to see with the request itself.
      if (!loaded || !(viewer === 'coordinator' || onlyTookIt(actor, loaded.row))) throw new ProblemError('not-found');
      if (reason === undefined) throw new ProblemError('reason-required');
      return this.reveal(tx, { actor, reason, loaded });
    });
  }

  private async reveal(tx: Transaction, view: View): Promise<ContactDetails> {
    const { row, state } = view.loaded;
    const helping = activeAcceptances(state);
    const cards = await this.people.cardsOf(tx, [row.askerId, ...helping.map(({ personId }) => personId)]);
    const address = (await this.words.wordsOf(tx, [row])).get(row.id)?.address ?? null;
    const asker = cards.get(row.askerId);
    await this.note(tx, view, row.askerId, { 'family-name': asker?.familyName, phone: asker?.phone, address });
    for (const { personId } of helping) await this.note(tx, view, personId, { phone: cards.get(personId)?.phone });
    return {
      asker: {
        givenName: asker?.givenName ?? '',
        familyName: asker?.familyName ?? null,
        phone: asker?.phone ?? null,
      },
      address,
      helpers: helping.map(({ id, personId }) => ({
        acceptanceId: id,
        givenName: cards.get(personId)?.givenName ?? '',
        phone: cards.get(personId)?.phone ?? null,
      })),
    };
  }

  /** What was shown of one person, as that person's own keyed hashes: provable while the key is there, nothing after. */
  private async note(tx: Transaction, { actor, reason, loaded }: View, subjectId: string, shown: Shown): Promise<void> {
    const cipher = (await this.vault.ciphersOf(tx, [subjectId])).get(subjectId);
    const details = Object.entries(shown).flatMap(([name, value]) =>
      value && cipher ? [[name, cipher.mac(value)]] : [],
    );
    if (details.length === 0) return;
    const mine = organisationsOf(actor);
    const { associationId, calledInId } = loaded.row;
    await this.audit.record(tx, {
      act: 'contact-viewed',
      actorId: actor.personId,
      // Whoever was called in looks for their own organisation, not for the one the request came from.
      associationId: mine.includes(associationId) ? associationId : (calledInId ?? (await deskId(tx)) ?? associationId),
      subjectId,
      aboutId: loaded.row.id,
      reason,
      details: Object.fromEntries(details) as Record<string, string>,
    });
  }
}
