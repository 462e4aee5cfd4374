import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Attachment } from '@app/platform/mail/sender.js';
import { button, person, text, type Block, type LetterDraft } from './letter-block.js';
import { oneLine, safeUrl } from './plain-text.js';
import type { GatheringLetterData } from './data/to-members.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';
import type { GatheringWords } from './words/word-shapes.js';

type Words = GatheringWords['gathering'];

function whenOf({ from, now, language }: GatheringLetterData): string {
  return timeTextIn(language).dayAndClockText(from, now);
}

function whereOf({ place, neighbourhoodName }: GatheringLetterData): string {
  return oneLine(`${place}, ${neighbourhoodName}`);
}

function letter(
  data: GatheringLetterData,
  write: (say: Words, title: string) => { readonly subject: string; readonly blocks: readonly Block[] },
): LetterDraft {
  const say = wordsIn(data.language).gathering;
  const { subject, blocks } = write(say, oneLine(data.title));
  const [first] = blocks;
  return {
    subject,
    preview: first?.kind === 'text' ? first.text : subject,
    title: subject,
    blocks: [...blocks, person(say.questions(oneLine(data.organiser.givenName)), data.organiser)],
    because: say.because,
    smsUrl: data.pageUrl,
    call: data.organiser,
  };
}

function facts(data: GatheringLetterData, say: Words): Block {
  return {
    kind: 'facts',
    rows: [
      [say.when, whenOf(data)],
      [say.where, whereOf(data)],
    ],
  };
}

/** To who said to come: it is off. */
export const gatheringCancelled = (data: GatheringLetterData): LetterDraft =>
  letter(data, ({ cancelled }, title) => ({
    subject: cancelled.subject(title),
    blocks: [text(cancelled.line(whenOf(data))), button(cancelled.button, data.pageUrl)],
  }));

/** To who said to come: it is at another time, or somewhere else. */
export const gatheringChanged = (data: GatheringLetterData): LetterDraft =>
  letter(data, (say, title) => ({
    subject: say.changed.subject(title),
    blocks: [
      text(say.changed.line),
      facts(data, say),
      text(say.changed.cannot),
      button(say.changed.button, data.pageUrl),
    ],
  }));

/** To who said to come, the evening before. */
export const gatheringReminder = (data: GatheringLetterData): LetterDraft =>
  letter(data, (say, title) => ({
    subject: say.reminder.subject(title, whenOf(data)),
    blocks: [
      text(say.reminder.line),
      facts(data, say),
      text(say.reminder.cannot),
      button(say.reminder.button, data.pageUrl),
    ],
  }));

/** The gathering for any calendar. The same date keeps the same UID, so that a later letter replaces an earlier one. */
export function gatheringCalendar(
  data: GatheringLetterData,
  status: 'confirmed' | 'cancelled' = 'confirmed',
): Attachment {
  const { language, gatheringDateId, from, until, now, municipalityName, isExample } = data;
  const words = wordsIn(language);
  const cancelled = status === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({
    prodId: { company: 'Zorgzame Buurten', product: 'Ontmoetingen', language: language.toUpperCase() },
    method,
  });
  calendar.createEvent({
    id: oneLine(`${gatheringDateId}@zorgzame-buurten`),
    sequence: Math.floor(now / 1_000),
    stamp: new Date(now),
    start: new Date(from),
    end: new Date(until),
    summary: oneLine(`${isExample ? words.appointment.example : ''}${data.title}`),
    location: oneLine(`${whereOf(data)}, ${municipalityName}`),
    url: safeUrl(data.pageUrl) ?? null,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return {
    filename: words.gathering.file,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: `${calendar.toString()}\r\n`,
  };
}
