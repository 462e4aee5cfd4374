import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import type { BadgeKind } from '../../parts/badge.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, dayText, fromNowText } from '../../time/time-texts.js';
import { helperNames } from '../request/request-texts.js';

const kinds = ['alles', 'niemand', 'nieuw', 'goed'] as const;
export type WorkKind = (typeof kinds)[number];
export { kinds as workKinds };

const HOUR = 3_600_000;

/** When something must be done at the latest: a review or an unfilled request now, else the next step of the clock. */
export function dueAt(request: HelpRequestView): number {
  const { escalation, status, window, postedAt } = request;
  if (status === 'in-review') return Date.parse(escalation.nextAt ?? window.from);
  if (status === 'open' && escalation.level > 0) {
    const since = escalation.level === 2 ? escalation.deskAt : escalation.coordinatorAt;
    return Date.parse(since ?? postedAt);
  }
  if (status === 'open') return Date.parse(escalation.nextAt ?? window.until);
  return Date.parse(window.until);
}

/** Which heap of work a request lies on. */
export function kindOf({ status }: HelpRequestView): Exclude<WorkKind, 'alles'> {
  if (status === 'in-review') return 'nieuw';
  return status === 'matched' || status === 'confirmed' ? 'goed' : 'niemand';
}

/** What runs well comes last; for the rest the clock decides. */
export function byUrgency(a: HelpRequestView, b: HelpRequestView): number {
  const runs = Number(kindOf(a) === 'goed') - Number(kindOf(b) === 'goed');
  if (runs !== 0) return runs;
  return dueAt(a) - dueAt(b) || (a.id < b.id ? -1 : 1);
}

export interface DueTexts {
  readonly look: 'late' | 'soon' | 'later';
  readonly main: string;
  readonly small: string;
}

/** The clock of a row: a time first, the minutes left second. */
export function dueTexts(request: HelpRequestView, now: number): DueTexts {
  const due = dueAt(request);
  const waits = kindOf(request) !== 'goed';
  if (waits && due <= now) {
    const late = fromNowText(due, now);
    return { look: 'late', main: t.workList.now, small: late === t.time.rightNow ? '' : late };
  }
  const day = wallTimeOf(due).day;
  if (day === wallTimeOf(now).day) {
    return { look: waits && due - now < HOUR ? 'soon' : 'later', main: clockTime(due), small: fromNowText(due, now) };
  }
  return { look: 'later', main: dayText(day, now), small: clockTime(due) };
}

/** The status of a row, as word and colour. */
export function workStatus(request: HelpRequestView): { text: string; badge: BadgeKind } {
  const s = t.workList.status;
  const names = helperNames(request);
  switch (request.status) {
    case 'in-review':
      return { text: s.review, badge: 'active' };
    case 'matched':
      return { text: s.matched(names), badge: 'safe' };
    case 'confirmed':
      return { text: s.confirmed(names), badge: 'safe' };
    case 'open':
      if (request.escalation.level === 2) return { text: s.desk, badge: 'danger' };
      return request.escalation.level === 1
        ? { text: s.nobody, badge: 'danger' }
        : { text: s.asking, badge: 'warning' };
    default:
      return { text: t.request.badges[request.status], badge: 'neutral' };
  }
}

/** Who needs the help, as the list names them. */
export function nameOf({ onBehalfOf, asker }: HelpRequestView): string {
  return onBehalfOf?.givenName ?? asker?.givenName ?? '';
}
