import type { Instant } from '../kernel/time.js';
import type { TrustLevel, Urgency } from '../kernel/vocabulary.js';
import type { EscalationPace } from './state.js';

export interface PostCommand {
  readonly type: 'post';
  readonly id: string;
  readonly associationId: string;
  readonly askerId: string;
  readonly urgency: Urgency;
  readonly windowFrom: Instant;
  readonly windowUntil: Instant;
  readonly expectedMinutes: number;
  readonly helpersNeeded: number;
  readonly requiredTrust: TrustLevel;
  readonly autoConfirm: boolean;
  readonly hasAddress: boolean;
  /** False for a guest whose code is still to come: no clock starts yet. */
  readonly contactConfirmed: boolean;
  /** The moderation mode of the association wants a coordinator to look first. */
  readonly needsReview: boolean;
  /** False when the owner is the desk already. */
  readonly hasOrganisation: boolean;
  readonly pace?: EscalationPace;
}

export interface ConfirmContactCommand {
  readonly type: 'confirm-contact';
  readonly needsReview: boolean;
}

export interface AcceptCommand {
  readonly type: 'accept';
  readonly acceptanceId: string;
  readonly personId: string;
  readonly trust: TrustLevel;
  /** Seats this person holds in other requests that are not over. */
  readonly openAgreements: number;
  /** Join the waiting list when all seats are taken. */
  readonly waitlist: boolean;
}

export interface WithdrawCommand {
  readonly type: 'withdraw';
  readonly personId: string;
  /** People on the waiting list who have as many open agreements as one may have; they are passed over. */
  readonly personIdsAtLimit?: readonly string[];
}

export interface EditCommand {
  readonly type: 'edit';
  readonly windowFrom?: Instant;
  readonly windowUntil?: Instant;
  readonly expectedMinutes?: number;
  readonly hasAddress?: boolean;
  /** The text changes too. Without it an edit of `hasAddress` alone counts as a change of the address only. */
  readonly summaryChanged?: boolean;
  readonly expectedVersion: number;
}

export interface RecordOutcomeCommand {
  readonly type: 'record-outcome';
  readonly by: 'asker' | 'helper';
  readonly personId: string;
  readonly helped: boolean;
}

/** What the rules have to know of opening hours when they call in a person. */
interface CallingIn {
  /** The organisation does not answer and whoever comes after it does: who is called in has to be one who answers. */
  readonly onlyDeskIsOpen?: boolean;
}

export interface TickCommand extends CallingIn {
  readonly type: 'tick';
}

export interface UnreachableCommand extends CallingIn {
  readonly type: 'escalate-unreachable';
}

/** Everything that can be asked of a help request. */
export type HelpRequestCommand =
  | PostCommand
  | ConfirmContactCommand
  | { readonly type: 'approve' }
  | AcceptCommand
  | WithdrawCommand
  | { readonly type: 'confirm' }
  | EditCommand
  | { readonly type: 'cancel' }
  | RecordOutcomeCommand
  /** Do whatever the clock says is due. */
  | TickCommand
  /** Nobody can be asked now: call in a person at once. */
  | UnreachableCommand;

export type HelpRequestCommandType = HelpRequestCommand['type'];
