import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AreaDirectory } from '@app/features/associations/index.js';
import { ContactConfirmations, PeopleDirectory } from '@app/features/people/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { AskingLimits } from './asking-limits.js';
import { HelpRequestStore } from './help-request.store.js';
import { needsReview } from './moderation.js';
import { RequestDecider } from './request-decider.js';
import { RequestWordsVault } from './request-words.js';

/** A guest's code was right: the request is theirs and every clock starts, in the transaction that signs them in. */
@Injectable()
export class ConfirmContact implements OnModuleInit {
  constructor(
    @Inject(ContactConfirmations) private readonly confirmations: ContactConfirmations,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(RequestDecider) private readonly decider: RequestDecider,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(RequestWordsVault) private readonly words: RequestWordsVault,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(AskingLimits) private readonly limits: AskingLimits,
  ) {}

  onModuleInit(): void {
    this.confirmations.register((tx, { helpRequestId, personId }) => this.confirm(tx, helpRequestId, personId));
  }

  private async confirm(tx: Transaction, helpRequestId: string, personId: string): Promise<void> {
    const loaded = await this.store.lock(tx, helpRequestId);
    if (!loaded || loaded.state.askerId !== personId) return;
    const owner = await this.areas.ownerOf(tx, loaded.row.neighbourhoodCode);
    // Neither is refused, which would cost somebody in need the code they just typed: a coordinator looks first.
    const { isBarred, isNewAndDone } = await this.limits.askedLately(tx, personId);
    const review = isBarred || isNewAndDone || !owner || (await needsReview(tx, owner.moderationMode, personId));
    // When the code came too late the person is signed in all the same, and sees that the request has expired.
    await this.decider.apply(tx, loaded, { type: 'confirm-contact', needsReview: review });
    const cipher = await this.vault.cipherOf(tx, personId);
    const contact = this.words.open(cipher, helpRequestId, 'contact_enc', loaded.row.contactEnc);
    if (contact)
      await this.people.setNameIfMissing(
        tx,
        personId,
        JSON.parse(contact) as { givenName: string; familyName?: string },
      );
  }
}
