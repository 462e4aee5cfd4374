import { Inject, Injectable } from '@nestjs/common';
import { activeAcceptances } from '@app/domain/help-request/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { HelpRequestStore } from './help-request.store.js';

/** Who helped an asker before, for an asker who wants the same neighbour again. Needs system transactions. */
@Injectable()
export class EarlierHelp {
  constructor(@Inject(HelpRequestStore) private readonly store: HelpRequestStore) {}

  /** Whether this is a request of that asker in which somebody helped. */
  async wasHelped(tx: Transaction, helpRequestId: string, askerId: string): Promise<boolean> {
    const earlier = await this.store.read(tx, helpRequestId);
    return earlier?.state.askerId === askerId && earlier.state.outcome?.helped === true;
  }

  /** Who helped in that request, of several the one in the first seat; undefined when nobody did. */
  async helperOf(tx: Transaction, helpRequestId: string): Promise<string | undefined> {
    const earlier = await this.store.read(tx, helpRequestId);
    return earlier && activeAcceptances(earlier.state).toSorted((a, b) => (a.seat ?? 0) - (b.seat ?? 0))[0]?.personId;
  }
}
