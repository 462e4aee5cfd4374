import type { Instant } from '../kernel/time.js';
import type { RequestStatus, TrustLevel, Urgency } from '../kernel/vocabulary.js';

/** One neighbour's yes. */
export interface Acceptance {
  readonly id: string;
  readonly personId: string;
  /** Trust at the moment of the yes; it decides about automatic confirmation. */
  readonly trust: TrustLevel;
  readonly status: 'accepted' | 'confirmed' | 'waitlisted' | 'withdrawn' | 'released';
  /** 1 up to `helpersNeeded` while accepted or confirmed, else null. */
  readonly seat: number | null;
  /** Since when it has this status. */
  readonly since: Instant;
}

export type EscalationLevel = 0 | 1 | 2;
export type EscalationReason = 'clock' | 'nobody-reachable';

/** Who has been called in: nobody yet (0), the coordinator (1), the desk (2). */
export interface Escalation {
  readonly level: EscalationLevel;
  /** When the coordinator was or will be called in; null before the clock starts and where the desk is the owner. */
  readonly coordinatorAt: Instant | null;
  /** When the desk was or will be called in; null before the clock starts. */
  readonly deskAt: Instant | null;
  /** Why the last step was taken; null at level 0. */
  readonly reason: EscalationReason | null;
}

/** When a person is called in, as the organisation of a request chose it. */
export interface EscalationPace {
  readonly acuteCoordinatorMinutes: number;
  readonly acuteDeskMinutes: number;
  /** Share of the window of a planned request, in percent. */
  readonly plannedCoordinatorPercent: number;
  readonly plannedDeskPercent: number;
}

/** How it went, and whose word that is: an asker may correct what a helper said. */
export interface Outcome {
  readonly helped: boolean;
  readonly by: 'asker' | 'helper';
}

/** All that the rules of a help request need to know; names, texts and addresses are kept elsewhere. */
export interface HelpRequestState {
  readonly id: string;
  readonly associationId: string;
  readonly askerId: string;
  readonly status: RequestStatus;
  /** One higher with each decided command that changed something. */
  readonly version: number;
  readonly urgency: Urgency;
  readonly windowFrom: Instant;
  readonly windowUntil: Instant;
  readonly expectedMinutes: number;
  readonly helpersNeeded: number;
  readonly requiredTrust: TrustLevel;
  /** The asker lets trusted neighbours have the address at once; counts for acute requests only. */
  readonly autoConfirm: boolean;
  readonly hasAddress: boolean;
  /** False where the desk is the owner from the start, so that nobody stands between the neighbours and the desk. */
  readonly hasOrganisation: boolean;
  /** Absent where the organisation chose nothing: then the slowest that the rules allow. */
  readonly pace?: EscalationPace;
  readonly postedAt: Instant;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly acceptances: readonly Acceptance[];
  readonly escalation: Escalation;
  readonly outcomeAskedAt: Instant | null;
  readonly outcome: Outcome | null;
}

const finalStatuses: ReadonlySet<RequestStatus> = new Set(['completed', 'not-helped', 'cancelled', 'expired']);

/** Whether a request in this status is closed for good. */
export function isFinal(status: RequestStatus): boolean {
  return finalStatuses.has(status);
}

/** The yeses that hold a seat. */
export function activeAcceptances(state: HelpRequestState): readonly Acceptance[] {
  return state.acceptances.filter(({ status }) => status === 'accepted' || status === 'confirmed');
}

/** The waiting list, first in line first. */
export function waitlist(state: HelpRequestState): readonly Acceptance[] {
  return state.acceptances
    .filter(({ status }) => status === 'waitlisted')
    .toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** The yes with which this person holds a seat or waits for one. */
export function liveAcceptanceOf(state: HelpRequestState, personId: string): Acceptance | undefined {
  return state.acceptances.find(
    (acceptance) =>
      acceptance.personId === personId && acceptance.status !== 'withdrawn' && acceptance.status !== 'released',
  );
}

/** How many neighbours are still wanted. */
export function seatsLeft(state: HelpRequestState): number {
  return Math.max(0, state.helpersNeeded - activeAcceptances(state).length);
}

/** Lowest seat nobody holds; null when all are taken. */
export function firstFreeSeat(acceptances: readonly Acceptance[], helpersNeeded: number): number | null {
  const taken = new Set(acceptances.map(({ seat }) => seat));
  for (let seat = 1; seat <= helpersNeeded; seat += 1) if (!taken.has(seat)) return seat;
  return null;
}
