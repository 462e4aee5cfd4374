import { MAX_OPEN_AGREEMENTS } from '../kernel/limits.js';
import { HOUR, type Instant } from '../kernel/time.js';
import { type MaxDistance, trustSuffices } from '../kernel/vocabulary.js';
import type { Candidate, RequestToCover } from './candidate.js';

/** How long somebody is left in peace, in milliseconds: after a no, and after a completed help. */
export const coolDowns = { afterNo: 24 * HOUR, afterHelp: 72 * HOUR } as const;

type AskedRequest = Pick<RequestToCover, 'askerId' | 'urgency' | 'requiredTrust'>;
const distanceRank: Readonly<Record<MaxDistance, number>> = { 'own-neighbourhood': 0, district: 1, municipality: 2 };

type Rule = (candidate: Candidate, request: AskedRequest, now: Instant) => boolean;

/**
 * Why somebody is not asked, by the rule that forbids it. What passes soonest comes last: someone refused for
 * `quiet-hours` or `budget` could be asked but for the hour or the number of asks.
 */
const rules = {
  self: (candidate, request) => candidate.personId === request.askerId,
  blocked: (candidate) => candidate.blocked,
  distance: (candidate) => distanceRank[candidate.distanceClass] > distanceRank[candidate.maxDistance],
  category: (candidate) => !candidate.offersCategory,
  trust: (candidate, request) => !trustSuffices(candidate.trust, request.requiredTrust),
  'acute-not-wanted': (candidate, request) => request.urgency === 'acute' && !candidate.acceptsAcute,
  'not-available': (candidate) => !candidate.availableInWindow,
  paused: (candidate, _request, now) => isPaused(candidate, now),
  'cool-down-after-no': (candidate, _request, now) => within(candidate.lastDeclinedAt, coolDowns.afterNo, now),
  'cool-down-after-help': (candidate, _request, now) => within(candidate.lastCompletedAt, coolDowns.afterHelp, now),
  'too-many-agreements': (candidate) => candidate.openAgreements >= MAX_OPEN_AGREEMENTS,
  'heavily-burdened': (candidate) => candidate.heavilyBurdened && !candidate.helpsWhileAsking,
  'asks-for-help-itself': (candidate) => candidate.isAsking && !candidate.helpsWhileAsking,
  'already-asked': (candidate) => candidate.alreadyAskedForThis,
  'quiet-hours': (candidate) => candidate.quietNow,
  budget: (candidate) => candidate.asksLast7Days >= candidate.weeklyBudget,
} as const satisfies Record<string, Rule>;

export type EligibilityRefusal = keyof typeof rules;

/** Every reason for not asking somebody, in the order in which they are looked at. */
export const eligibilityRefusals = Object.keys(rules) as readonly EligibilityRefusal[];

const inOrder = Object.entries(rules) as readonly (readonly [EligibilityRefusal, Rule])[];

/** The first reason not to ask this person now; null when they may be asked. */
export function eligibilityRefusal(
  candidate: Candidate,
  request: AskedRequest,
  now: Instant,
): EligibilityRefusal | null {
  for (const [refusal, forbids] of inOrder) {
    if (forbids(candidate, request, now)) return refusal;
  }
  return null;
}

/** What can have changed between choosing somebody and sending the ask. */
export interface SendCheck extends Pick<
  Candidate,
  'blocked' | 'pausedUntil' | 'lastDeclinedAt' | 'lastCompletedAt' | 'quietNow' | 'asksLast7Days' | 'weeklyBudget'
> {
  readonly requestOpen: boolean;
  /** Whether they still offer the kind of help; left out where there is no kind. */
  readonly offersCategory?: boolean;
}

export type SendRefusal =
  | 'not-open'
  | Extract<
      EligibilityRefusal,
      'blocked' | 'category' | 'paused' | 'cool-down-after-no' | 'cool-down-after-help' | 'quiet-hours' | 'budget'
    >;

/** Why a chosen ask may not be sent after all; `asksLast7Days` counts this very ask already. */
export function sendRefusal(check: SendCheck, now: Instant): SendRefusal | null {
  if (!check.requestOpen) return 'not-open';
  if (check.blocked) return 'blocked';
  if (check.offersCategory === false) return 'category';
  if (isPaused(check, now)) return 'paused';
  if (within(check.lastDeclinedAt, coolDowns.afterNo, now)) return 'cool-down-after-no';
  if (within(check.lastCompletedAt, coolDowns.afterHelp, now)) return 'cool-down-after-help';
  if (check.quietNow) return 'quiet-hours';
  return check.asksLast7Days > check.weeklyBudget ? 'budget' : null;
}

function isPaused({ pausedUntil }: Pick<Candidate, 'pausedUntil'>, now: Instant): boolean {
  return pausedUntil !== null && pausedUntil > now;
}

function within(since: Instant | null, period: number, now: Instant): boolean {
  return since !== null && now < since + period;
}
