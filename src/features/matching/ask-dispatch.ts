import { Inject, Injectable } from '@nestjs/common';
import type { AskView } from '@app/contracts/http/asks.js';
import type { SendRefusal } from '@app/domain/matching/index.js';
import { EarlierHelp } from '@app/features/help-requests/index.js';
import { PersonBlocks } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { AskWithRequest } from './ask-reader.js';
import { AskStore } from './ask.store.js';
import { ContactLimits } from './contact-limits.js';

/** What of an ask decides whether it may be sent. */
export type AskToSend = Pick<AskWithRequest, 'personId' | 'request'> & { readonly ask: Pick<AskView, 'id' | 'status'> };

/** The last check before an ask leaves: what was true when it was chosen may not be any more. */
@Injectable()
export class AskDispatch {
  constructor(
    @Inject(AskStore) private readonly asks: AskStore,
    @Inject(EarlierHelp) private readonly earlier: EarlierHelp,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(ContactLimits) private readonly limits: ContactLimits,
  ) {}

  /** Why these asks may not be sent now, by id; an ask that may is absent. Needs a system transaction. */
  async refusals(tx: Transaction, asks: readonly AskToSend[]): Promise<ReadonlyMap<string, SendRefusal>> {
    const people = asks.map(({ personId }) => personId);
    const blocked = new Map<string, ReadonlySet<string>>();
    for (const askerId of new Set(asks.map(({ request }) => request.state.askerId))) {
      blocked.set(askerId, await this.blocks.among(tx, people, askerId));
    }
    const wantedAgain = await this.wantedAgain(tx, asks);
    const refusals = await this.limits.refusals(
      tx,
      asks.map(({ ask, personId, request: { state, seatsLeft, category } }) => ({
        personId,
        open: ask.status === 'pending' && state.status === 'open' && seatsLeft > 0,
        blocked: blocked.get(state.askerId)?.has(personId) === true,
        category,
        wantedAgain: wantedAgain.get(state.id) === personId,
      })),
    );
    return new Map(
      asks.flatMap(({ ask }, index) => {
        const refusal = refusals[index] ?? null;
        return refusal === null ? [] : [[ask.id, refusal] as const];
      }),
    );
  }

  /** Who is wanted again, by request; few requests want somebody. */
  private async wantedAgain(tx: Transaction, asks: readonly AskToSend[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Map<string, string>();
    for (const { state, sameNeighbourOf } of new Set(asks.map(({ request }) => request))) {
      const helper = sameNeighbourOf && (await this.earlier.helperOf(tx, sameNeighbourOf));
      if (helper) wanted.set(state.id, helper);
    }
    return wanted;
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
