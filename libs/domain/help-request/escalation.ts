import { type Instant, MINUTE } from '../kernel/time.js';
import type { RequestStatus, Urgency } from '../kernel/vocabulary.js';
import type { Escalation, EscalationPace, EscalationReason, HelpRequestState } from './state.js';

/** The clock that calls in a person; what it needs to know of a request. */
type ClockedRequest = Pick<HelpRequestState, 'urgency' | 'windowUntil' | 'hasOrganisation' | 'pace'>;

/** How long the neighbours have before a person is called in. An organisation may choose sooner, never later. */
export const slowestPace: EscalationPace = {
  acuteCoordinatorMinutes: 30,
  acuteDeskMinutes: 60,
  plannedCoordinatorPercent: 50,
  plannedDeskPercent: 75,
};

/** Before the contact is confirmed no clock runs. */
export const noEscalation: Escalation = { level: 0, coordinatorAt: null, deskAt: null, reason: null };

/** When the two steps fall for a clock that starts at `from`; never later than the window's end. */
function stepTimes(
  urgency: Urgency,
  from: Instant,
  until: Instant,
  pace: EscalationPace,
): { first: Instant; second: Instant } {
  const span = Math.max(0, until - from);
  const [first, second] =
    urgency === 'acute'
      ? [
          Math.min(pace.acuteCoordinatorMinutes * MINUTE, span / 3),
          Math.min(pace.acuteDeskMinutes * MINUTE, (span * 2) / 3),
        ]
      : [(span * pace.plannedCoordinatorPercent) / 100, (span * pace.plannedDeskPercent) / 100];
  return { first: from + Math.floor(first), second: from + Math.floor(second) };
}

/**
 * Sets the steps that were not yet reached from `now` over what remains of the window; with `noEscalation` it starts
 * the clock. Where the desk owns the request it takes the coordinator's step, so that nobody waits for a second one.
 */
export function windClock(escalation: Escalation, request: ClockedRequest, now: Instant): Escalation {
  const { first, second } = stepTimes(request.urgency, now, request.windowUntil, request.pace ?? slowestPace);
  if (escalation.level === 2) return escalation;
  if (!request.hasOrganisation) return { ...escalation, deskAt: first };
  if (escalation.level === 1) return { ...escalation, deskAt: second };
  return { ...escalation, coordinatorAt: first, deskAt: second };
}

/** Whether a person will be called in by the clock; a confirmed agreement rests it. */
export function clockRuns(status: RequestStatus): boolean {
  return status === 'in-review' || status === 'open' || status === 'matched';
}

/** The step after this level: whose and when. */
function nextStep(escalation: Escalation): { level: 1 | 2; at: Instant } | null {
  if (escalation.level === 0 && escalation.coordinatorAt !== null) return { level: 1, at: escalation.coordinatorAt };
  if (escalation.level < 2 && escalation.deskAt !== null) return { level: 2, at: escalation.deskAt };
  return null;
}

/** When the next person will be called in; null when the clock rests or all have been. */
export function nextEscalationAt(state: Pick<HelpRequestState, 'status' | 'escalation'>): Instant | null {
  return clockRuns(state.status) ? (nextStep(state.escalation)?.at ?? null) : null;
}

/** The levels whose time has come, in order. */
export function dueLevels(escalation: Escalation, now: Instant): readonly (1 | 2)[] {
  const step = nextStep(escalation);
  if (step === null || step.at > now) return [];
  return [step.level, ...dueLevels(escalated(escalation, step.level, step.at, 'clock'), now)];
}

/** The level that an unreachable neighbourhood leads to; null when somebody was called in before. */
export function levelWhenUnreachable({ escalation, hasOrganisation }: HelpRequestState): 1 | 2 | null {
  if (escalation.level !== 0) return null;
  return hasOrganisation ? 1 : 2;
}

/** The escalation after a step was taken at `at`. */
export function escalated(escalation: Escalation, level: 1 | 2, at: Instant, reason: EscalationReason): Escalation {
  return level === 1
    ? { ...escalation, level, coordinatorAt: at, reason }
    : { ...escalation, level, deskAt: at, reason };
}
