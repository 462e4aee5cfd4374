import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Attachment } from '@app/platform/mail/sender.js';
import { HOUR } from '@app/domain/kernel/time.js';
import { categoryText } from './category-text.js';
import { oneLine, safeUrl } from './plain-text.js';
import type { HelperConfirmedData } from './template-data.js';
import { durationText } from './time-text.js';

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
  const calendar = ical({ prodId: { company: 'Zorgzame Buurten', product: 'Afspraken', language: 'NL' }, method });
  const event = calendar.createEvent({
    id: `${data.acceptanceId}@zorgzame-buurten`,
    sequence: data.calendarSequence,
    stamp: new Date(data.now),
    start: new Date(from),
    end: new Date(until),
    summary: oneLine(
      `${data.isExample ? 'Voorbeeld: ' : ''}${categoryText[data.category].willing} in ${data.neighbourhoodName}`,
    ),
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
    filename: 'afspraak.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: `${calendar.toString()}\r\n`,
  };
}

function describe({ expectedMinutes, owner, agreementUrl }: HelperConfirmedData): string {
  return [
    `Ongeveer ${durationText(expectedMinutes)}.`,
    'Het adres staat in Zorgzame Buurten.',
    `Kunt u toch niet? Bel ${oneLine(owner.givenName)}, ${oneLine(owner.organisation)}: ${oneLine(owner.phone)}.`,
    safeUrl(agreementUrl) ?? '',
  ].join('\n');
}
