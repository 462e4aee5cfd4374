/** One entry for a calendar. It names no person and no address, because calendars are often shared. */
export interface CalendarEntry {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  /** Instants in milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly made: number;
}

const MINUTE = 60_000;

/** When to put the help: an urgent one just before it must be done, a planned one over its whole day part. */
export function calendarTimes(request: {
  urgency: 'acute' | 'planned';
  window: { from: string; until: string };
  expectedMinutes: number;
}): Pick<CalendarEntry, 'from' | 'until'> {
  const from = Date.parse(request.window.from);
  const until = Date.parse(request.window.until);
  if (request.urgency === 'planned') return { from, until };
  return { from: Math.max(from, until - request.expectedMinutes * MINUTE), until };
}

const MAX_OCTETS = 73;

function stamp(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Text of RFC 5545: backslash, comma, semicolon and line break are escaped. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Folds a line at 75 octets without cutting a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let room = MAX_OCTETS;
  let out = '';
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += '\r\n ';
      room = MAX_OCTETS;
    }
    out += character;
    room -= size;
  }
  return out;
}

/** A calendar file (RFC 5545) with one entry and a reminder an hour before. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zorgzame Buurten//NL',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.id}@zorgzamebuurten`,
    `SEQUENCE:${entry.version}`,
    `DTSTAMP:${stamp(entry.made)}`,
    `DTSTART:${stamp(entry.from)}`,
    `DTEND:${stamp(entry.until)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT1H',
    `DESCRIPTION:${escaped(entry.title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
