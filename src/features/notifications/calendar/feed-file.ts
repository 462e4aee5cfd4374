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

/** One thing in a calendar. It names no person, address or telephone number. */
export interface FeedEntry {
  /** The same for the same thing, whatever changes of it. */
  readonly id: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly title: string;
  readonly neighbourhoodName: string;
  readonly path: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly sure: boolean;
}

/** How an agreement stands in a calendar; nothing when it is none, or not any more. */
export function entriesOf(request: HelpRequestView): readonly FeedEntry[] {
  const { id, category, neighbourhoodName, participation, viewer, status, version: sequence } = request;
  const [from, until] = [Date.parse(request.window.from), Date.parse(request.window.until)];
  const when = { neighbourhoodName, sequence, from, until };
  if (status === 'cancelled' || status === 'not-helped') return [];
  if (viewer === 'helper') {
    if (participation?.status !== 'confirmed' && participation?.status !== 'accepted') return [];
    const title = `${categoryText[category].willing} in ${neighbourhoodName}`;
    const sure = participation.status === 'confirmed';
    return [{ ...when, id: participation.acceptanceId, title, path: `/afspraken/${id}`, sure }];
  }
  if (status !== 'matched' && status !== 'confirmed' && status !== 'completed') return [];
  const title = `Een buur helpt: ${categoryText[category].about}`;
  return [{ ...when, id, title, path: `/vragen/${id}`, sure: status !== 'matched' }];
}

/** Agreements as one calendar for any program that reads iCalendar. */
export function feedOf(entries: readonly FeedEntry[], frame: FeedFrame): string {
  const { now, publicUrl, municipalityName, isExample } = frame;
  const calendar = ical({
    name: `Zorgzame Buurten ${municipalityName}`,
    prodId: { company: 'Zorgzame Buurten', product: 'Afspraken', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3_600,
  });
  for (const entry of entries) {
    if (entry.until < now - back || entry.from > now + ahead) continue;
    calendar.createEvent({
      id: `${entry.id}@zorgzame-buurten`,
      sequence: entry.sequence,
      stamp: new Date(now),
      start: new Date(entry.from),
      end: new Date(entry.until),
      summary: oneLine(`${isExample ? 'Voorbeeld: ' : ''}${entry.title}`),
      description: 'Het adres staat in Zorgzame Buurten.',
      location: oneLine(`${entry.neighbourhoodName}, ${municipalityName}`),
      url: `${publicUrl}${entry.path}`,
      status: entry.sure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  return `${calendar.toString()}\r\n`;
}
