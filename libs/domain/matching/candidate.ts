import type { Instant } from '../kernel/time.js';
import type { Experience, PersonalEffect } from '../learning/index.js';
import type { Category, MaxDistance, TrustLevel, Urgency } from '../kernel/vocabulary.js';

/** A neighbour as the planner sees one for one request: no name, no exact place. */
export interface Candidate {
  readonly personId: string;
  /** One of the two blocked the other. */
  readonly blocked: boolean;
  /** Between the centres of the two cells. */
  readonly distanceKm: number;
  /** How far the request is, as the neighbour chose `maxDistance`. */
  readonly distanceClass: MaxDistance;
  readonly maxDistance: MaxDistance;
  readonly trust: TrustLevel;
  readonly offersCategory: boolean;
  readonly acceptsAcute: boolean;
  readonly availableInWindow: boolean;
  readonly quietNow: boolean;
  readonly pausedUntil: Instant | null;
  /** Asks a week this person allows. */
  readonly weeklyBudget: number;
  readonly asksLast7Days: number;
  /** Decayed to now. */
  readonly fatigue: number;
  readonly asksEver: number;
  readonly experience: Experience;
  /** 1 just after a thank-you, fading to 0. */
  readonly thankedRecently: number;
  readonly lastDeclinedAt: Instant | null;
  readonly lastCompletedAt: Instant | null;
  readonly openAgreements: number;
  /** Has an open request of their own. */
  readonly isAsking: boolean;
  /** Wants to be asked although asking for help, or although caring for somebody takes most of their strength. */
  readonly helpsWhileAsking: boolean;
  /** A carer known to carry much already; such people are asked only if they chose so themselves. */
  readonly heavilyBurdened: boolean;
  readonly alreadyAskedForThis: boolean;
  readonly personalEffect: PersonalEffect;
}

/** What the planner weighs of somebody who may be asked. */
export type EligiblePerson = Pick<
  Candidate,
  | 'personId'
  | 'distanceKm'
  | 'distanceClass'
  | 'weeklyBudget'
  | 'asksLast7Days'
  | 'fatigue'
  | 'asksEver'
  | 'experience'
  | 'thankedRecently'
  | 'personalEffect'
>;

/** The request as the planner sees it. */
export interface RequestToCover {
  readonly id: string;
  readonly askerId: string;
  readonly urgency: Urgency;
  readonly category: Category;
  readonly requiredTrust: TrustLevel;
  readonly windowFrom: Instant;
  readonly windowUntil: Instant;
  /** A yes after this is too late. */
  readonly deadline: Instant;
  readonly openedAt: Instant;
  readonly seatsLeft: number;
}
