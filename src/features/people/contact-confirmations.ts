import { Injectable } from '@nestjs/common';
import type { Transaction } from '@app/platform/database/unit-of-work.js';

/** A guest used the code that was sent to confirm a help request. */
export interface ContactConfirmation {
  readonly personId: string;
  readonly helpRequestId: string;
  readonly firstSignIn: boolean;
}

/** Runs in the transaction of the sign-in; throwing undoes the sign-in, so refuse nothing here. */
export type ContactConfirmationHandler = (tx: Transaction, confirmation: ContactConfirmation) => Promise<void>;

/**
 * Lets the feature that owns help requests hear of a confirmed contact. People stands to its left and may
 * not import it, and an event would come too late: the answer to the sign-in already shows the request as confirmed.
 */
@Injectable()
export class ContactConfirmations {
  private handler: ContactConfirmationHandler | undefined;

  /** @throws when there is a handler already. */
  register(handler: ContactConfirmationHandler): void {
    if (this.handler) throw new Error('Contact confirmations have a handler already');
    this.handler = handler;
  }

  /** @throws when nobody registered, because the request would wait for ever. */
  async confirm(tx: Transaction, confirmation: ContactConfirmation): Promise<void> {
    if (!this.handler) throw new Error('Contact confirmations have no handler');
    await this.handler(tx, confirmation);
  }
}
