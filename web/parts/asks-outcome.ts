import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';

const MINUTE = 60_000;

/**
 * Time to ask whether it worked out: not before the help can be over. Help with spoed may come at any moment until its
 * end, so there the end decides.
 */
export function asksOutcome(request: HelpRequestView, now: number): boolean {
  const { actions, status, window, urgency, expectedMinutes } = request;
  if (!actions.includes('record-outcome')) return false;
  const until = Date.parse(window.until);
  const earliest = Date.parse(window.from) + expectedMinutes * MINUTE;
  return now >= (status === 'confirmed' && urgency === 'planned' ? Math.min(earliest, until) : until);
}
