import { describe, expect, it } from '@jest/globals';
import type { BoardEntry } from '@app/contracts/http/board.js';
import { boardPath, filterOf, passes } from './board-filter.js';

const now = Date.parse('2026-11-24T13:12:00Z');
const entry: BoardEntry = {
  id: 'a',
  version: 1,
  category: 'coffee',
  urgency: 'planned',
  day: '2026-11-25',
  dayPart: 'morning',
  expectedMinutes: 30,
  cell: { code: 'BU03270107', name: 'Rossenberg' },
  status: 'open',
};
const everything = filterOf({});

describe('the filter of the board', () => {
  it('goes into the address and back', () => {
    const filter = { cell: 'BU03270107', category: 'coffee', when: 'week' } as const;
    const address = new URL(boardPath(filter), 'http://localhost');
    expect(filterOf(Object.fromEntries(address.searchParams))).toEqual(filter);
    expect(boardPath(everything)).toBe('/hulpvragen');
  });

  it('does not filter by what it does not know', () => {
    expect(filterOf({ wat: 'geld', wanneer: 'ooit' })).toEqual(everything);
  });

  it('keeps what passes every choice', () => {
    expect(passes(entry, everything, now)).toBe(true);
    expect(passes(entry, { ...everything, cell: 'BU03270000' }, now)).toBe(false);
    expect(passes(entry, { ...everything, category: 'meal' }, now)).toBe(false);
    expect(passes(entry, { ...everything, when: 'vandaag' }, now)).toBe(false);
    expect(passes({ ...entry, day: '2026-11-24' }, { ...everything, when: 'vandaag' }, now)).toBe(true);
  });

  it('counts this week as today and the six days after it', () => {
    const week = { ...everything, when: 'week' } as const;
    expect(passes({ ...entry, day: '2026-11-30' }, week, now)).toBe(true);
    expect(passes({ ...entry, day: '2026-12-01' }, week, now)).toBe(false);
    expect(passes({ ...entry, day: '2026-11-23' }, week, now)).toBe(false);
  });
});
