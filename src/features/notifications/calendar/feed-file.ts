import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import type { Category, Language } from '@app/contracts/http/vocabulary.js';
import { DAY, type Instant } from '@app/domain/kernel/time.js';
import { oneLine } from '../templates/plain-text.js';
import { wordsIn } from '../templates/words/letter-words.js';

/** Agreements outside this stretch of time are left out, so that a feed tells no life story. */
const back = 30 * DAY;
const ahead = 180 * DAY;

export interface FeedFrame {
  /** What its owner reads. */
  readonly language: Language;
  readonly now: Instant;
  readonly publicUrl: string;
  readonly municipalityName: string;
  readonly isExample: boolean;
}

/** Help that is agreed, or a turn of a circle. */
interface HelpEntry {
  /** `open-turn`: of a circle, and nobody has it yet. */
  readonly kind: 'helping' | 'helped' | 'turn' | 'open-turn';
  readonly category: Category;
}

/** A gathering, in the words with which everybody can read of it. */
interface GatheringEntry {
  readonly kind: 'gathering';
  readonly title: string;
  readonly place: string;
}

/** One thing in a calendar. It names no person, and no address or telephone number of one. */
export type FeedEntry = (HelpEntry | GatheringEntry) & {
  /** The same for the same thing, whatever changes of it. */
  readonly id: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly neighbourhoodName: string;
  readonly path: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly sure: boolean;
};

/** How an agreement stands in a calendar; nothing when it is none, or not any more. */
export function entriesOf(request: HelpRequestView): readonly FeedEntry[] {
  const { id, category, neighbourhoodName, participation, viewer, status, version: sequence } = request;
  const [from, until] = [Date.parse(request.window.from), Date.parse(request.window.until)];
  const when = { category, neighbourhoodName, sequence, from, until };
  if (status === 'cancelled' || status === 'not-helped') return [];
  if (viewer === 'helper') {
    if (participation?.status !== 'confirmed' && participation?.status !== 'accepted') return [];
    const sure = participation.status === 'confirmed';
    return [{ ...when, id: participation.acceptanceId, kind: 'helping', path: `/afspraken/${id}`, sure }];
  }
  if (status !== 'matched' && status !== 'confirmed' && status !== 'completed') return [];
  return [{ ...when, id, kind: 'helped', path: `/vragen/${id}`, sure: status !== 'matched' }];
}

/** Agreements as one calendar for any program that reads iCalendar. */
export function feedOf(entries: readonly FeedEntry[], frame: FeedFrame): string {
  const { now, publicUrl, municipalityName, isExample, language } = frame;
  const words = wordsIn(language);
  const calendar = ical({
    name: `Zorgzame Buurten ${municipalityName}`,
    prodId: { company: 'Zorgzame Buurten', product: 'Afspraken', language: language.toUpperCase() },
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
      summary: oneLine(`${isExample ? words.appointment.example : ''}${titleOf(entry, language)}`),
      description: entry.kind === 'gathering' ? '' : words.agreement.addressWhere,
      location: oneLine(
        `${entry.kind === 'gathering' ? `${entry.place}, ` : ''}${entry.neighbourhoodName}, ${municipalityName}`,
      ),
      url: `${publicUrl}${entry.path}`,
      status: entry.sure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  return `${calendar.toString()}\r\n`;
}

function titleOf(entry: FeedEntry, language: Language): string {
  if (entry.kind === 'gathering') return entry.title;
  const { kind, category, neighbourhoodName } = entry;
  const { appointment, categories, feed } = wordsIn(language);
  const { willing, about } = categories[category];
  if (kind === 'helping') return appointment.summary(willing, neighbourhoodName);
  if (kind === 'helped') return feed.helped(about);
  const turn = willing.toLocaleLowerCase(language);
  return kind === 'turn' ? feed.turn(turn) : feed.openTurn(turn);
}
