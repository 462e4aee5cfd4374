import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { DAY, type Instant } from '@app/domain/kernel/time.js';
import { categoryText } from '../templates/category-text.js';
import { oneLine } from '../templates/plain-text.js';

/** Agreements outside this stretch of time are left out, so that a feed tells no life story. */
const back = 30 * DAY;
const ahead = 180 * DAY;

export interface FeedFrame {
  readonly now: Instant;
  readonly publicUrl: string;
  readonly municipalityName: string;
  readonly isExample: boolean;
}

interface Entry {
  readonly uid: string;
  readonly title: string;
  readonly path: string;
  readonly sure: boolean;
}

/** How an agreement stands in a calendar; undefined when it is none, or not any more. */
function entryOf(request: HelpRequestView): Entry | undefined {
  const { id, category, neighbourhoodName, participation, viewer, status } = request;
  if (status === 'cancelled' || status === 'not-helped') return undefined;
  if (viewer === 'helper') {
    if (participation?.status !== 'confirmed' && participation?.status !== 'accepted') return undefined;
    const uid = `${participation.acceptanceId}@zorgzame-buurten`;
    const title = `${categoryText[category].willing} in ${neighbourhoodName}`;
    return { uid, title, path: `/afspraken/${id}`, sure: participation.status === 'confirmed' };
  }
  if (status !== 'matched' && status !== 'confirmed' && status !== 'completed') return undefined;
  const title = `Een buur helpt: ${categoryText[category].about}`;
  return { uid: `${id}@zorgzame-buurten`, title, path: `/vragen/${id}`, sure: status !== 'matched' };
}

/** Agreements as one calendar for any program that reads iCalendar. It names no person, address or telephone number. */
export function feedOf(requests: readonly HelpRequestView[], frame: FeedFrame): string {
  const { now, publicUrl, municipalityName, isExample } = frame;
  const calendar = ical({
    name: `Zorgzame Buurten ${municipalityName}`,
    prodId: { company: 'Zorgzame Buurten', product: 'Afspraken', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3_600,
  });
  for (const request of requests) {
    const [from, until] = [Date.parse(request.window.from), Date.parse(request.window.until)];
    const entry = until >= now - back && from <= now + ahead ? entryOf(request) : undefined;
    if (!entry) continue;
    calendar.createEvent({
      id: entry.uid,
      sequence: request.version,
      stamp: new Date(now),
      start: new Date(from),
      end: new Date(until),
      summary: oneLine(`${isExample ? 'Voorbeeld: ' : ''}${entry.title}`),
      description: 'Het adres staat in Zorgzame Buurten.',
      location: oneLine(`${request.neighbourhoodName}, ${municipalityName}`),
      url: `${publicUrl}${entry.path}`,
      status: entry.sure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  return `${calendar.toString()}\r\n`;
}
