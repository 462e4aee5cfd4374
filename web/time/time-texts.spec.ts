import { describe, expect, it } from '@jest/globals';
import {
  clockTime,
  dateText,
  dayPartText,
  dayText,
  durationText,
  fromNowText,
  shortMomentText,
  windowText,
} from './time-texts.js';

const now = Date.parse('2026-11-24T13:12:00Z');
const at = (text: string): number => Date.parse(text);

describe('times in words', () => {
  it('writes a clock time as people in the Netherlands say it', () => {
    expect(clockTime(at('2026-11-24T13:40:00Z'))).toBe('14:40 uur');
  });

  it('says today and tomorrow, and the date of any other day', () => {
    expect(dayText('2026-11-24', now)).toBe('vandaag');
    expect(dayText('2026-11-25', now)).toBe('morgen');
    expect(dayText('2026-11-26', now)).toBe('donderdag 26 november');
    expect(dayText('2026-11-23', now)).toBe('maandag 23 november');
  });

  it('says the year of what may be years away', () => {
    expect(dateText('2023-12-17')).toBe('17 december 2023');
    expect(dateText('2026-12-17')).toBe('17 december 2026');
  });

  it('changes day at midnight in Amsterdam, not at midnight UTC', () => {
    expect(dayText('2026-11-25', at('2026-11-24T23:30:00Z'))).toBe('vandaag');
  });

  it('leaves the day out when it is today', () => {
    expect(shortMomentText(at('2026-11-24T13:40:00Z'), now)).toBe('14:40 uur');
    expect(shortMomentText(at('2026-11-25T08:00:00Z'), now)).toBe('morgen om 09:00 uur');
  });

  it.each([
    ['2026-11-24T13:40:00Z', 'over 28 minuten'],
    ['2026-11-24T13:13:00Z', 'over 1 minuut'],
    ['2026-11-24T15:12:00Z', 'over 2 uur'],
    ['2026-11-24T14:42:00Z', 'over 1 uur en 30 minuten'],
    ['2026-11-27T13:12:00Z', 'over 3 dagen'],
    ['2026-11-24T13:12:10Z', 'nu'],
    ['2026-11-24T13:08:00Z', '4 minuten te laat'],
  ])('says how far away %s is', (instant, text) => {
    expect(fromNowText(at(instant), now)).toBe(text);
  });

  it('writes durations without fractions', () => {
    expect(durationText(1)).toBe('1 minuut');
    expect(durationText(45)).toBe('45 minuten');
    expect(durationText(60)).toBe('1 uur');
    expect(durationText(90)).toBe('1 uur en 30 minuten');
  });

  it('says by when an urgent request is needed, and between when a planned one', () => {
    const today = { from: '2026-11-24T13:12:00Z', until: '2026-11-24T15:00:00Z' };
    expect(windowText(today, 'acute', now)).toBe('vandaag, voor 16:00 uur');
    const tomorrow = { from: '2026-11-25T11:00:00Z', until: '2026-11-25T17:00:00Z' };
    expect(windowText(tomorrow, 'planned', now)).toBe('morgen, tussen 12:00 en 18:00 uur');
    const days = { from: '2026-11-25T11:00:00Z', until: '2026-11-26T17:00:00Z' };
    expect(windowText(days, 'planned', now)).toBe('tussen morgen om 12:00 uur en donderdag 26 november om 18:00 uur');
  });

  it('tells the day part of a request on the board', () => {
    expect(dayPartText('2026-11-24', 'afternoon', now)).toBe('vandaag, middag');
  });
});
