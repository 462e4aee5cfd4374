import { describe, expect, it } from '@jest/globals';
import { localMoment } from '@app/platform/time/local-clock.js';
import { inhabitedNeighbourhoods } from '../leusden/inhabited.js';
import { closedQuarters } from './closed-quarters.js';
import { readYearOptions, yearHelp, YearOptionError } from './options.js';
import { Placing } from './placing.js';
import { spellsOf } from './plan-spells.js';
import { YearCalendar } from './year-calendar.js';

const hourMs = 3_600_000;

describe('the calendar of a year', () => {
  it.each(['2026-11-22T14:50:00+01:00', '2026-06-01T09:00:00+02:00', '2026-03-29T12:00:00+02:00'])(
    'ends on the day it is, %s, and began on a Monday',
    (text) => {
      const now = Date.parse(text);
      const calendar = new YearCalendar(now, 365);
      expect(calendar.lastDay).toBeGreaterThanOrEqual(365);
      expect(calendar.lastDay).toBeLessThan(372);
      expect(localMoment(calendar.at(0))).toMatchObject({ weekday: 'monday', minuteOfDay: 0 });
      const noonOfLastDay = calendar.at((calendar.lastDay * 24 + 12) * hourMs);
      expect(localMoment(noonOfLastDay).day).toBe(localMoment(now).day);
    },
  );

  it('goes by the wall clock, in summer and in winter', () => {
    const calendar = new YearCalendar(Date.parse('2026-11-22T14:50:00+01:00'), 365);
    for (let day = 0; day <= calendar.lastDay; day += 1)
      // On the two nights on which the clock changes the day is an hour longer or shorter.
      expect(Math.abs(localMoment(calendar.at((day * 24 + 14) * hourMs)).minuteOfDay - 14 * 60)).toBeLessThanOrEqual(
        60,
      );
    expect(localMoment(calendar.at((calendar.lastDay - 150) * 24 * hourMs + 14 * hourMs)).minuteOfDay).toBe(14 * 60);
  });
});

describe('quarters that were over', () => {
  it('are published twelve days later, and not before', () => {
    const [start, now] = [Date.parse('2026-02-02T00:00:00+01:00'), Date.parse('2026-10-12T09:00:00+02:00')];
    const closed = closedQuarters(start, now);
    expect(closed.map(({ quarter }) => quarter)).toStrictEqual(['2026-Q1', '2026-Q2']);
    expect(new Date(closed[0]?.publishedAt ?? 0).toISOString()).toBe('2026-04-13T08:00:00.000Z');
    expect(closedQuarters(start, now + 48 * hourMs)).toHaveLength(3);
  });
});

describe('where the year takes place', () => {
  const area = (name: string, district: string, lon: number) => ({ name, district, lon, lat: 52.13 });
  const areas = [area('west', 'WK032700', 5.42), area('east', 'WK032700', 5.45)];
  const placing = new Placing(areas);

  it('is a neighbourhood of the district near the area, and always the same', () => {
    for (const [index, { district }] of areas.entries()) {
      const codes = Array.from({ length: 50 }, (_, number) => placing.placeOf(index, number));
      expect(codes.every((code) => `WK${code.slice(2, 8)}` === district)).toBe(true);
      expect(new Set(codes).size).toBeGreaterThan(1);
      expect(placing.placeOf(index, 7)).toBe(codes[7]);
    }
  });

  it('is everywhere where people live', () => {
    const found = new Set(
      areas.flatMap((_, index) => Array.from({ length: 900 }, (__, number) => placing.placeOf(index, number))),
    );
    const lived = inhabitedNeighbourhoods.filter(({ districtCode }) => districtCode === 'WK032700');
    expect(found).toStrictEqual(new Set(lived.map(({ code }) => code)));
  });
});

describe('the hard times of a year', () => {
  const areas = [
    { name: 'town', district: 'WK032700', lon: 5.42, lat: 52.13 },
    { name: 'village', district: 'WK032703', lon: 5.5, lat: 52.13 },
  ];

  it('are not over yet, and hardest in a village', () => {
    const [town, village] = spellsOf(areas, 365);
    expect([town?.of(0), town?.of(1), village?.of(0), village?.of(1)]).toStrictEqual([true, true, false, true]);
    for (const spell of [town, village]) expect(spell).toMatchObject({ fromDay: 315, untilDay: 366 });
    expect(town?.logits).toBeLessThan(0);
  });

  it('are not in a year that is too short to have begun otherwise', () => {
    expect(spellsOf(areas, 50)).toStrictEqual([]);
    expect(spellsOf(areas, 51)).toHaveLength(2);
  });
});

describe('the options of a year', () => {
  it('have defaults, and can be chosen', () => {
    expect(readYearOptions([])).toStrictEqual({
      folder: '.data-year',
      seed: 327,
      days: 365,
      people: 1600,
      requestsPerDay: 9,
    });
    expect(readYearOptions(['--days', '30', '--seed', '4'])).toMatchObject({ days: 30, seed: 4 });
    expect(readYearOptions([], 'elders')).toMatchObject({ folder: 'elders' });
    expect(readYearOptions(['--folder', 'hier'], 'elders')).toMatchObject({ folder: 'hier' });
    expect(readYearOptions(['--help'])).toBe('help');
    for (const name of ['folder', 'seed', 'days', 'people', 'requests']) expect(yearHelp).toContain(`--${name}`);
  });

  it.each([
    ['--days', '3'],
    ['--seed', 'x'],
    ['--people', '1.5'],
    ['--elsewhere', '1'],
  ])('refuse %s %s', (...args) => {
    expect(() => readYearOptions(args)).toThrow(YearOptionError);
  });
});
