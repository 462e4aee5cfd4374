import { describe, expect, it } from '@jest/globals';
import { clockText, dayText, durationText, momentText, windowText } from './time-text.js';

const at = (text: string): number => Date.parse(text);
/** Tuesday, 14:10 on the wall. */
const now = at('2026-11-24T13:10:00Z');

describe('a moment', () => {
  it.each([
    ['2026-11-24T13:40:00Z', '14:40 uur'],
    ['2026-11-25T13:40:00Z', 'morgen om 14:40 uur'],
    ['2026-11-23T13:40:00Z', 'gisteren om 14:40 uur'],
    ['2026-11-26T08:05:00Z', 'donderdag 26 november om 09:05 uur'],
    ['2027-01-05T08:05:00Z', 'dinsdag 5 januari om 09:05 uur'],
    ['2027-11-24T08:05:00Z', 'woensdag 24 november 2027 om 09:05 uur'],
  ])('%s reads %s', (instant, text) => {
    expect(momentText(at(instant), now)).toBe(text);
  });

  it('belongs to the day of the wall clock, not of Greenwich', () => {
    expect(dayText(at('2026-11-24T23:30:00Z'), now)).toBe('morgen');
    expect(dayText(at('2026-11-24T22:59:00Z'), now)).toBe('vandaag');
  });

  it('follows the clock into winter and summer', () => {
    expect(clockText(at('2026-10-25T00:30:00Z'))).toBe('02:30 uur');
    expect(clockText(at('2026-10-25T01:30:00Z'))).toBe('02:30 uur');
    expect(clockText(at('2027-03-28T00:59:00Z'))).toBe('01:59 uur');
    expect(clockText(at('2027-03-28T01:00:00Z'))).toBe('03:00 uur');
    // Sunday morning before the change, Monday after it: still tomorrow, though a day of 23 hours lies between.
    expect(dayText(at('2027-03-28T22:30:00Z'), at('2027-03-27T23:30:00Z'))).toBe('morgen');
  });
});

describe('a window', () => {
  it.each([
    ['may begin now', '2026-11-24T13:10:00Z', '2026-11-24T15:00:00Z', 'vandaag voor 16:00 uur'],
    ['begins within a quarter', '2026-11-24T13:25:00Z', '2026-11-24T15:00:00Z', 'vandaag voor 16:00 uur'],
    ['begins later', '2026-11-24T13:25:01Z', '2026-11-24T15:00:00Z', 'vandaag tussen 14:25 en 16:00 uur'],
    ['is tomorrow', '2026-11-25T14:00:00Z', '2026-11-25T15:00:00Z', 'morgen tussen 15:00 en 16:00 uur'],
    ['is an afternoon', '2026-11-26T11:00:00Z', '2026-11-26T17:00:00Z', "donderdag 26 november, 's middags"],
    ['is a morning', '2026-11-26T07:00:00Z', '2026-11-26T11:00:00Z', "donderdag 26 november, 's ochtends"],
    ['is an evening', '2026-11-26T17:00:00Z', '2026-11-26T20:00:00Z', "donderdag 26 november, 's avonds"],
    [
      'takes days',
      '2026-11-26T08:00:00Z',
      '2026-11-28T17:00:00Z',
      'tussen donderdag 26 november om 09:00 uur en zaterdag 28 november om 18:00 uur',
    ],
  ])('that %s', (_what, from, until, text) => {
    expect(windowText({ from: at(from), until: at(until) }, now)).toBe(text);
  });

  it('is the same afternoon in summer', () => {
    const window = { from: at('2026-07-02T10:00:00Z'), until: at('2026-07-02T16:00:00Z') };
    expect(windowText(window, at('2026-06-29T10:00:00Z'))).toBe("donderdag 2 juli, 's middags");
  });
});

it.each([
  [1, '1 minuut'],
  [20, '20 minuten'],
  [60, '1 uur'],
  [61, '1 uur en 1 minuut'],
  [90, '1 uur en 30 minuten'],
  [480, '8 uur'],
])('%i minutes reads %s', (minutes, text) => {
  expect(durationText(minutes)).toBe(text);
});
