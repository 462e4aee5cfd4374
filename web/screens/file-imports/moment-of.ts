import { serviceNow } from '../../time/service-clock.js';
import { shortMomentText } from '../../time/time-texts.js';

/** `14:40 uur` for today, else with its day. */
export function momentOf(instant: string): string {
  return shortMomentText(Date.parse(instant), serviceNow());
}
