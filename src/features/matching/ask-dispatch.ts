import { Inject, Injectable } from '@nestjs/common';
import type { SendRefusal } from '@app/domain/matching/index.js';
import { RequestDigest } from '@app/features/help-requests/index.js';
import { PersonBlocks } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { AskStore } from './ask.store.js';
import { ContactLimits } from './contact-limits.js';

/** The last check before an ask leaves: what was true when it was chosen may not be any more. */
@Injectable()
export class AskDispatch {
  constructor(
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(ContactLimits) private readonly limits: ContactLimits,
  ) {}

  /** Why this ask may not be sent now; null when it may. Needs a system transaction. */
  async refusal(tx: Transaction, askId: string): Promise<SendRefusal | null> {
    const ask = await this.asks.find(tx, askId);
    if (!ask || ask.status !== 'pending') return 'not-open';
    const request = await this.requests.of(tx, ask.helpRequestId);
    return this.limits.refusal(tx, ask.personId, {
      open: request?.state.status === 'open' && request.seatsLeft > 0,
      blocked: request !== undefined && (await this.blocks.between(tx, ask.personId, request.state.askerId)),
    });
  }

  /** Takes back an ask that was never sent; somebody else is asked instead. */
  async takeBack(tx: Transaction, askId: string): Promise<void> {
    const ask = await this.asks.find(tx, askId, true);
    if (!ask || ask.status !== 'pending') return;
    await this.asks.close(tx, ask, 'closed');
    await this.asks.giveBack(tx, ask);
    const { personId, helpRequestId } = ask;
    tx.append('ask.taken-back', { askId, personId, helpRequestId });
  }
}
