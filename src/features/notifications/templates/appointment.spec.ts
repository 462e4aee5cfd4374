import { describe, expect, it } from '@jest/globals';
import { categories } from '@app/contracts/http/vocabulary.js';
import { appointment } from './appointment.js';
import { now, samples } from './letters.testing.js';

const data = samples('walk-dog', 'planned')['helper-confirmed'];

/** Lines with their continuations joined, as a calendar reads them. */
function lines(change: Partial<typeof data> = {}, status?: 'cancelled'): string[] {
  const { content } = appointment({ ...data, ...change }, status);
  return String(content).replaceAll('\r\n ', '').split('\r\n');
}

describe('the appointment', () => {
  it('is the help, at its time, in the buurt', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${data.acceptanceId}@zorgzame-buurten`,
        'SEQUENCE:3',
        'DTSTART:20261126T110000Z',
        'DTEND:20261126T170000Z',
        'SUMMARY:Voorbeeld: Hond uitlaten in Rossenberg',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('names no person in its title, whatever the help is', () => {
    for (const category of categories) {
      const summary = lines({ category, isExample: false }).find((line) => line.startsWith('SUMMARY:'));
      expect(summary).toMatch(/ in Rossenberg$/);
      expect(lines({ category }).join('\n')).not.toContain('Anja');
    }
  });

  it('says whom to call and where the address stands', () => {
    const description = lines().find((line) => line.startsWith('DESCRIPTION:'));
    expect(description).toContain('Marja');
    expect(description).toContain('033 - 000 00 00');
    expect(description).toContain('Het adres staat in Zorgzame Buurten.');
    expect(description).toContain(data.agreementUrl);
  });

  it('is taken back by the same name with a higher number', () => {
    const before = lines();
    const after = lines({ calendarSequence: 4 }, 'cancelled');
    const uid = (from: string[]) => from.find((line) => line.startsWith('UID:'));
    expect(uid(after)).toBe(uid(before));
    expect(after).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:4']));
    expect(appointment(data, 'cancelled').contentType).toBe('text/calendar; charset=utf-8; method=CANCEL');
  });

  it('rings an hour before, unless that hour has passed', () => {
    expect(lines()).toContain('TRIGGER:-PT1H');
    expect(lines({ window: { from: now, until: now + 3_600_000 } })).not.toContain('BEGIN:VALARM');
    expect(lines({ calendarSequence: 4 }, 'cancelled')).not.toContain('BEGIN:VALARM');
  });

  it('takes up the time of a short window, not a whole afternoon', () => {
    expect(lines()).toContain('TRANSP:TRANSPARENT');
    expect(lines({ window: { from: now, until: now + 3_600_000 } })).toContain('TRANSP:OPAQUE');
  });

  it('has only short lines that end as the standard asks', () => {
    const content = String(appointment({ ...data, neighbourhoodName: 'é'.repeat(200) }).content);
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(content).toMatch(/END:VCALENDAR\r\n$/);
  });

  it('lets no name add a line of its own', () => {
    const neighbourhoodName = 'Rossenberg\r\nATTENDEE:mailto:eve@example.invalid';
    expect(lines({ neighbourhoodName }).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });
});
