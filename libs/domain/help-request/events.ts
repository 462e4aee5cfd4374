import type { Instant } from '../kernel/time.js';
import type { TrustLevel, Urgency } from '../kernel/vocabulary.js';
import type { Acceptance, Escalation, EscalationPace, EscalationReason } from './state.js';

interface Fact<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}

interface AcceptanceFact<Type extends string> extends Fact<Type> {
  readonly acceptanceId: string;
  readonly personId: string;
}

export interface PostedEvent extends Fact<'posted'> {
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
  readonly hasOrganisation: boolean;
  readonly pace?: EscalationPace;
  readonly contactConfirmed: boolean;
  readonly escalation: Escalation;
}

export interface EditedEvent extends Fact<'edited'> {
  readonly windowFrom: Instant;
  readonly windowUntil: Instant;
  readonly expectedMinutes: number;
  readonly hasAddress: boolean;
  readonly escalation: Escalation;
}

/** A yes or a place on the waiting list that the request's end took away. */
export interface ReleasedEvent extends AcceptanceFact<'released'> {
  readonly was: Acceptance['status'];
}

/** Every fact about a help request, in past tense; together they are its state. */
export type HelpRequestEvent =
  | PostedEvent
  | (Fact<'contact-confirmed'> & { readonly escalation: Escalation })
  /** Neighbours may be asked from now on. */
  | Fact<'opened'>
  | EditedEvent
  | (AcceptanceFact<'accepted'> & { readonly trust: TrustLevel; readonly seat: number })
  | (AcceptanceFact<'waitlisted'> & { readonly trust: TrustLevel })
  /** One neighbour is welcome and may see the address. */
  | AcceptanceFact<'confirmed'>
  | AcceptanceFact<'withdrawn'>
  /** The first on the waiting list got the seat that came free. */
  | (AcceptanceFact<'promoted'> & { readonly seat: number; readonly escalation: Escalation })
  /** The last seat was taken. */
  | Fact<'matched'>
  /** A seat came free and nobody waited for it. */
  | (Fact<'reopened'> & { readonly escalation: Escalation })
  | ReleasedEvent
  | (Fact<'escalated'> & { readonly level: 1 | 2; readonly reason: EscalationReason })
  | Fact<'outcome-asked'>
  | (Fact<'outcome-recorded'> & {
      readonly helped: boolean;
      readonly by: 'asker' | 'helper';
      readonly personId: string;
    })
  | Fact<'cancelled'>
  | Fact<'expired'>;
