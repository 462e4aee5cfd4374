import type { SanctionView } from '@app/contracts/http/reports.js';
import { t } from '../../messages/texts.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { fullDayText } from '../../time/time-texts.js';

const texts = t.reports.mine;

/** Until when something holds, in words; a warning holds for no time at all. */
export function untilText({ kind, until, endedAt }: Pick<SanctionView, 'kind' | 'until' | 'endedAt'>): string {
  if (endedAt !== null) return texts.ended;
  if (kind === 'warning') return '';
  return until === null ? texts.noEnd : texts.until(fullDayText(wallTimeOf(Date.parse(until)).day));
}
