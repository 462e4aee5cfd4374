import { HOUR, type Instant } from '../kernel/time.js';
import { roughPriors, unknownPerson } from '../learning/index.js';
import type { Candidate, RequestToCover } from './candidate.js';
import { policyOf } from './policy.js';
import type { WaveInput } from './wave.js';

/** A Tuesday at 14:00, wherever the neighbours are. */
export const NOW: Instant = 1_800_000_000_000;

/** Somebody who may be asked, was never asked, never helped and lives a kilometre away. */
export function neighbour(personId: string, change: Partial<Candidate> = {}): Candidate {
  return {
    personId,
    blocked: false,
    distanceKm: 1,
    distanceClass: 'own-neighbourhood',
    maxDistance: 'district',
    trust: 'none',
    offersCategory: true,
    acceptsAcute: true,
    availableInWindow: true,
    quietNow: false,
    pausedUntil: null,
    weeklyBudget: 2,
    asksLast7Days: 0,
    fatigue: 0,
    asksEver: 0,
    experience: 'never',
    thankedRecently: 0,
    lastDeclinedAt: null,
    lastCompletedAt: null,
    openAgreements: 0,
    isAsking: false,
    helpsWhileAsking: false,
    heavilyBurdened: false,
    alreadyAskedForThis: false,
    personalEffect: unknownPerson,
    ...change,
  };
}

/** As many such neighbours as wanted. */
export function neighbours(count: number, change: Partial<Candidate> = {}): readonly Candidate[] {
  return Array.from({ length: count }, (_, index) => neighbour(`n${String(index).padStart(3, '0')}`, change));
}

/** A request to walk a dog, open since now: acute for two hours. */
export function request(change: Partial<RequestToCover> = {}): RequestToCover {
  return {
    id: 'request',
    askerId: 'asker',
    urgency: 'acute',
    category: 'walk-dog',
    requiredTrust: 'none',
    windowFrom: NOW,
    windowUntil: NOW + 2 * HOUR,
    deadline: NOW + 2 * HOUR,
    openedAt: NOW,
    seatsLeft: 1,
    ...change,
  };
}

/** The same request, planned for within two days. */
export function planned(change: Partial<RequestToCover> = {}): RequestToCover {
  return request({ urgency: 'planned', windowUntil: NOW + 48 * HOUR, deadline: NOW + 48 * HOUR, ...change });
}

/** A first wave of the first balanced policy, on Tuesday at 14:00. */
export function waveInput(change: Partial<WaveInput> = {}): WaveInput {
  return {
    request: request(),
    now: NOW,
    localNow: { weekday: 'tuesday', minuteOfDay: 14 * 60 },
    round: 0,
    candidates: neighbours(100),
    outstanding: [],
    townBusyShare: 0,
    policy: policyOf('balanced', 'standard', 'pace-1'),
    belief: roughPriors(),
    ...change,
  };
}
