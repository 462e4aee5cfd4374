import { describe, expect, it } from '@jest/globals';
import { calendarFile, calendarTimes } from './calendar-file.js';

const entry = {
  id: '01920000-0000-7000-8000-000000000000',
  version: 3,
  title: 'Buur helpen: De hond uitlaten',
  description: 'Het adres staat bij Mijn afspraken.',
  from: Date.parse('2026-11-24T14:00:00Z'),
  until: Date.parse('2026-11-24T15:00:00Z'),
  made: Date.parse('2026-11-24T13:12:00Z'),
};

describe('the calendar file of an agreement', () => {
  it('holds the time in UTC, a reminder and the version', () => {
    const lines = calendarFile(entry).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20261124T140000Z',
        'DTEND:20261124T150000Z',
        'SEQUENCE:3',
        'SUMMARY:Buur helpen: De hond uitlaten',
        'TRIGGER:-PT1H',
      ]),
    );
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });

  it('escapes text, so that it cannot add a line', () => {
    const text = calendarFile({ ...entry, title: 'Eén, twee; drie\\\r\nATTENDEE:mailto:x@y.nl' });
    expect(text).toContain('SUMMARY:Eén\\, twee\\; drie\\\\\\nATTENDEE');
    expect(text.split('\r\n').some((line) => line.startsWith('ATTENDEE'))).toBe(false);
  });

  it('folds long lines at 75 octets without cutting a character', () => {
    const text = calendarFile({ ...entry, title: 'é'.repeat(200) });
    const encoder = new TextEncoder();
    expect(Math.max(...text.split('\r\n').map((line) => encoder.encode(line).length))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'é'.repeat(200)}`);
  });

  it('puts urgent help just before it must be done, and planned help over its day part', () => {
    const window = { from: '2026-11-24T13:00:00Z', until: '2026-11-24T15:00:00Z' };
    const whole = { from: Date.parse(window.from), until: Date.parse(window.until) };
    expect(calendarTimes({ urgency: 'planned', window, expectedMinutes: 20 })).toEqual(whole);
    const justBefore = { ...whole, from: Date.parse('2026-11-24T14:40:00Z') };
    expect(calendarTimes({ urgency: 'acute', window, expectedMinutes: 20 })).toEqual(justBefore);
    expect(calendarTimes({ urgency: 'acute', window, expectedMinutes: 240 })).toEqual(whole);
  });
});
