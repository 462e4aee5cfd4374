import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';

/** Time to ask whether it worked out: both said yes and it has begun, or the time is over. */
export function asksOutcome({ actions, status, window }: HelpRequestView, now: number): boolean {
  if (!actions.includes('record-outcome')) return false;
  return Date.parse(window.until) <= now || (status === 'confirmed' && Date.parse(window.from) <= now);
}
