import type { WorkItem, WorkKind } from '@app/contracts/http/work-items.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import type { BadgeKind } from '../../parts/badge.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { clockTime, dayText, fromNowText } from '../../time/time-texts.js';

/** The heaps of work, as they stand in the address. */
export const heaps = [
  'alles',
  'mijn',
  'niemand',
  'nieuw',
  'loket',
  'meldingen',
  'eerste-keer',
  'buren',
  'goed',
] as const;
export type Heap = (typeof heaps)[number];

const heapOfKind: Record<WorkKind, Heap> = {
  unfilled: 'niemand',
  review: 'nieuw',
  'to-confirm': 'nieuw',
  'first-match': 'eerste-keer',
  accompany: 'eerste-keer',
  question: 'loket',
  report: 'meldingen',
  appeal: 'meldingen',
  sanction: 'meldingen',
  vog: 'buren',
  thanks: 'nieuw',
  gathering: 'nieuw',
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

/** Where an item is dealt with, opened: beside the list, or on the page that is about it. */
export function itemPath({ kind, subjectId }: WorkItem, heap: Heap): string {
  switch (kind) {
    case 'report':
      return `/werklijst/meldingen?melding=${subjectId}`;
    case 'appeal':
    case 'sanction':
      return `/werklijst/meldingen?maatregel=${subjectId}`;
    case 'vog':
      return `/werklijst/vertrouwen?vog=${subjectId}`;
    case 'question':
      return `/werklijst/loket?vraag=${subjectId}`;
    case 'thanks':
      return `/werklijst/bedankjes?bedankje=${subjectId}`;
    case 'gathering':
      return `/werklijst/ontmoetingen?keer=${subjectId}`;
    default:
      return workPath(heap, subjectId);
  }
}

const aboutPerson = nlOrganisers.workList.aboutPerson;

function isAboutPerson(kind: WorkKind): kind is keyof typeof aboutPerson {
  return Object.hasOwn(aboutPerson, kind);
}

export function titleOf({ kind, request, reportKind }: WorkItem): string {
  if (request !== null) return t.categories.names[request.category].title;
  if (reportKind !== null) return t.reports.kinds[reportKind];
  return aboutPerson[isAboutPerson(kind) ? kind : 'welcome'];
}

/** Who it is about, and where they live when that is known. The words of a report are not theirs. */
export function whoText({ kind, givenName, neighbourhoodName }: WorkItem): string {
  if (givenName === '') return neighbourhoodName;
  const who = kind === 'report' ? nlOrganisers.workList.about(givenName) : givenName;
  return neighbourhoodName === '' ? who : nlOrganisers.workList.byWho(who, neighbourhoodName);
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
    return { look: 'late', main: nlOrganisers.workList.now, small: late === t.time.rightNow ? '' : late };
  }
  const day = wallTimeOf(due).day;
  if (day === wallTimeOf(now).day) {
    return { look: waits && due - now < HOUR ? 'soon' : 'later', main: clockTime(due), small: fromNowText(due, now) };
  }
  return { look: 'later', main: dayText(day, now), small: clockTime(due) };
}

/** How it stands, as word and colour. */
export function itemStatus({ kind, request, flagged }: WorkItem): { text: string; badge: BadgeKind } {
  const s = nlOrganisers.workList.status;
  const names = request?.helperNames.join(', ') ?? '';
  switch (kind) {
    case 'welcome':
      return { text: nlOrganisers.workList.welcome.badge, badge: 'active' };
    case 'thanks':
      return { text: s.review, badge: 'active' };
    case 'gathering':
      return { text: s.gathering, badge: 'active' };
    case 'question':
      return { text: s.question, badge: 'warning' };
    case 'report':
      return { text: s.report, badge: 'danger' };
    case 'appeal':
      return { text: s.appeal, badge: 'warning' };
    case 'sanction':
      return { text: s.sanction, badge: 'active' };
    case 'vog':
      return { text: s.vog, badge: 'warning' };
    case 'accompany':
      return { text: s.accompany(names), badge: 'active' };
    case 'review':
      return flagged ? { text: s.flagged, badge: 'warning' } : { text: s.review, badge: 'active' };
    case 'unfilled':
      return { text: request?.escalationLevel === 2 ? s.desk : s.nobody, badge: 'danger' };
    case 'to-confirm':
      return { text: s.toConfirm(names), badge: 'warning' };
    case 'first-match':
      return { text: s.confirmed(names), badge: 'active' };
    default:
      return names === '' ? { text: s.asking, badge: 'warning' } : { text: s.matched(names), badge: 'safe' };
  }
}

/** The order that was shown, without what is gone; what came in is left out. */
export function steadyOrder(
  shown: readonly string[],
  items: readonly Pick<WorkItem, 'subjectId'>[],
): readonly string[] {
  const there = new Set(items.map(({ subjectId }) => subjectId));
  return shown.filter((id) => there.has(id));
}

/** Kinds of which all that stand on one heap can be ticked off together. */
const together: Partial<Record<Heap, WorkKind>> = { buren: 'welcome', 'eerste-keer': 'first-match' };

/** Most items that are ticked off together. */
const MOST_TOGETHER = 50;

/** What can be ticked off together on this heap, and put back together: only what a look is enough for. */
export function togetherOn(heap: Heap, rows: readonly WorkItem[]): readonly WorkItem[] {
  const found = rows.filter(({ kind }) => kind === together[heap]);
  return found.length < 2 ? [] : found.slice(0, MOST_TOGETHER);
}

/** Which row comes after this one; the ends hold. */
export function rowAfter(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const index = current === undefined ? -1 : ids.indexOf(current);
  if (index < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))];
}
