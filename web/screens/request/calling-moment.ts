import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { dayAfter, instantOf, wallTimeOf } from '../../time/amsterdam.js';

const evening = '21:00';
const morning = '08:00';

/**
 * When a person picks up what the clock brings: nobody is called at night for help that can wait, so that a step which
 * falls in the night is of the morning after. Urgent help, and a morning that comes too late, are of that moment.
 */
export function callingMoment(at: number, { urgency, until }: { urgency: 'acute' | 'planned'; until: number }): number {
  const { day, time } = wallTimeOf(at);
  if (urgency === 'acute' || (time >= morning && time < evening)) return at;
  const then = instantOf({ day: time < morning ? day : dayAfter(day, 1), time: morning });
  return then < until ? then : at;
}

/** The same for a step of this request. */
export function callingMomentOf(at: string, { urgency, window }: HelpRequestView): number {
  return callingMoment(Date.parse(at), { urgency, until: Date.parse(window.until) });
}
