import type { WorkItem, WorkKind } from '@app/contracts/http/work-items.js';
import { t } from '../../messages/texts.js';
import type { BadgeKind } from '../../parts/badge.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, dayText, fromNowText } from '../../time/time-texts.js';

/** The heaps of work, as they stand in the address. */
export const heaps = ['alles', 'mijn', 'niemand', 'nieuw', 'eerste-keer', 'buren', 'goed'] as const;
export type Heap = (typeof heaps)[number];

const heapOfKind: Record<WorkKind, Heap> = {
  unfilled: 'niemand',
  review: 'nieuw',
  'first-match': 'eerste-keer',
  welcome: 'buren',
  running: 'goed',
};

const HOUR = 3_600_000;

export function isOnHeap(item: WorkItem, heap: Heap): boolean {
  if (heap === 'alles') return true;
  return heap === 'mijn' ? item.yours !== 'no' : heapOfKind[item.kind] === heap;
}

/** The address of the list with one heap of work, and perhaps one item open. */
export function workPath(heap: Heap, id?: string): string {
  const path = id === undefined ? '/werklijst' : `/werklijst/${id}`;
  return heap === 'alles' ? path : `${path}?soort=${heap}`;
}

/** Where neighbours are rung for a request. */
export function callsPath(helpRequestId: string): string {
  return `/werklijst/${helpRequestId}/bellen`;
}

export function titleOf({ request }: WorkItem): string {
  return request === null ? t.workList.welcome.title : t.categories.names[request.category].title;
}

export interface DueTexts {
  readonly look: 'late' | 'soon' | 'later';
  readonly main: string;
  readonly small: string;
}

/** The clock of a row: a time first, the minutes left second. What runs by itself is never late. */
export function dueTexts({ kind, dueAt }: Pick<WorkItem, 'kind' | 'dueAt'>, now: number): DueTexts {
  const due = Date.parse(dueAt);
  const waits = kind !== 'running';
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

/** How it stands, as word and colour. */
export function itemStatus({ kind, request }: WorkItem): { text: string; badge: BadgeKind } {
  const s = t.workList.status;
  if (request === null) return { text: t.workList.welcome.badge, badge: 'active' };
  const names = request.helperNames.join(', ');
  switch (kind) {
    case 'review':
      return { text: s.review, badge: 'active' };
    case 'unfilled':
      return { text: request.escalationLevel === 2 ? s.desk : s.nobody, badge: 'danger' };
    case 'first-match':
      return { text: s.confirmed(names), badge: 'active' };
    default:
      return names === '' ? { text: s.asking, badge: 'warning' } : { text: s.matched(names), badge: 'safe' };
  }
}

/** Which row comes after this one; the ends hold. */
export function rowAfter(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const index = current === undefined ? -1 : ids.indexOf(current);
  if (index < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))];
}
