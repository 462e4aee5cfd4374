import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Attachment } from '@app/platform/mail/sender.js';
import { HOUR } from '@app/domain/kernel/time.js';
import { oneLine, safeUrl } from './plain-text.js';
import type { HelperConfirmedData } from './data/to-helpers.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

/** A window shorter than this is an appointment; a longer one leaves the rest of the day free. */
const appointmentUpTo = 3 * HOUR;

/**
 * The help as an appointment for any calendar. It names no person and no address: calendars are shared, shown on
 * screens and kept for years. The same acceptance keeps the same UID, so that a later version replaces the earlier one.
 */
export function appointment(data: HelperConfirmedData, status: 'confirmed' | 'cancelled' = 'confirmed'): Attachment {
  const cancelled = status === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const { from, until } = data.window;
  const words = wordsIn(data.language);
  const say = words.appointment;
  const what = words.categories[data.category].willing;
  const calendar = ical({
    prodId: { company: 'Zorgzame Buurten', product: 'Afspraken', language: data.language.toUpperCase() },
    method,
  });
  const event = calendar.createEvent({
    id: `${data.acceptanceId}@zorgzame-buurten`,
    sequence: data.calendarSequence,
    stamp: new Date(data.now),
    start: new Date(from),
    end: new Date(until),
    summary: oneLine(`${data.isExample ? say.example : ''}${say.summary(what, data.neighbourhoodName)}`),
    description: describe(data),
    location: oneLine(`${data.neighbourhoodName}, ${data.municipalityName}`),
    url: safeUrl(data.agreementUrl) ?? null,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: until - from <= appointmentUpTo ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  });
  // A reminder that lies in the past would ring at once.
  if (!cancelled && from - HOUR > data.now) {
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: HOUR / 1_000 });
  }
  return {
    filename: say.file,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: `${calendar.toString()}\r\n`,
  };
}

function describe({ expectedMinutes, owner, agreementUrl, language }: HelperConfirmedData): string {
  const { facts, agreement, appointment: say } = wordsIn(language);
  return [
    `${facts.about(timeTextIn(language).durationText(expectedMinutes))}.`,
    agreement.addressWhere,
    say.cannot(`${oneLine(owner.givenName)}, ${oneLine(owner.organisation)}`, oneLine(owner.phone)),
    safeUrl(agreementUrl) ?? '',
  ].join('\n');
}
