import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BoardEntry } from '@app/contracts/http/board.js';
import {
  countsByCell,
  emptyBoard,
  firstBoard,
  showWaiting,
  takeIn,
  takeInWhole,
  type BoardState,
} from './board-merge.js';

const entry = (id: string, more: Partial<BoardEntry> = {}): BoardEntry => ({
  id,
  version: 1,
  category: 'coffee',
  urgency: 'planned',
  day: '2026-11-25',
  dayPart: 'morning',
  expectedMinutes: 30,
  cell: { code: 'BU03270107', name: 'Rossenberg' },
  status: 'open',
  ...more,
});
const ids = (state: BoardState): string[] => state.rows.map((row) => row.entry.id);

describe('the board as it changes', () => {
  it('begins with urgent requests, then by day and day part', () => {
    const state = firstBoard([
      entry('later', { day: '2026-11-26' }),
      entry('evening', { dayPart: 'evening' }),
      entry('morning'),
      entry('urgent', { urgency: 'acute', day: '2026-11-27' }),
      entry('taken', { status: 'matched' }),
    ]);
    expect(ids(state)).toEqual(['urgent', 'morning', 'evening', 'later']);
    expect(state.waiting).toEqual([]);
  });

  it('lets a new request wait instead of moving the list', () => {
    const before = firstBoard([entry('a')]);
    const after = takeIn(before, { requests: [entry('b', { urgency: 'acute' })], removed: [] });
    expect(ids(after)).toEqual(['a']);
    expect(after.waiting.map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps a taken request in its place and says that it is gone', () => {
    const before = firstBoard([entry('a'), entry('b'), entry('c')]);
    const after = takeIn(before, { requests: [entry('b', { version: 2, status: 'matched' })], removed: ['c'] });
    expect(after.rows.map(({ entry: { id }, gone }) => [id, gone])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
  });

  it('brings a withdrawn request back to life in its place', () => {
    const taken = takeIn(firstBoard([entry('a')]), {
      requests: [entry('a', { version: 2, status: 'matched' })],
      removed: [],
    });
    const again = takeIn(taken, { requests: [entry('a', { version: 3 })], removed: [] });
    expect(again.rows).toEqual([{ entry: entry('a', { version: 3 }), gone: false }]);
  });

  it('ignores news that is older than what is shown', () => {
    const before = firstBoard([entry('a', { version: 3 })]);
    expect(takeIn(before, { requests: [entry('a', { version: 2, status: 'matched' })], removed: [] })).toEqual(before);
  });

  it('forgets a waiting request that was taken before anyone saw it', () => {
    const waiting = takeIn(emptyBoard, { requests: [entry('a')], removed: [] });
    expect(takeIn(waiting, { requests: [entry('a', { version: 2, status: 'matched' })], removed: [] }).waiting).toEqual(
      [],
    );
    expect(takeIn(waiting, { requests: [], removed: ['a'] }).waiting).toEqual([]);
  });

  it('shows what waited, drops what is gone and tells the first new row', () => {
    const before = takeIn(firstBoard([entry('a'), entry('b')]), {
      requests: [entry('new', { urgency: 'acute' }), entry('newer', { day: '2026-12-01' })],
      removed: ['a'],
    });
    const { state, firstNew } = showWaiting(before);
    expect(ids(state)).toEqual(['new', 'b', 'newer']);
    expect(firstNew).toBe('new');
    expect(state.waiting).toEqual([]);
  });

  it('takes what a whole board no longer holds as gone, of that association only', () => {
    const before = takeIn(firstBoard([entry('ours'), entry('gone'), entry('theirs')]), {
      requests: [entry('waits')],
      removed: [],
    });
    const after = takeInWhole(before, [entry('ours')], (id) => id !== 'theirs');
    expect(after.rows.filter(({ gone }) => gone).map((row) => row.entry.id)).toEqual(['gone']);
    expect(after.waiting).toEqual([]);
  });

  it('counts open requests per cell, those that wait included', () => {
    const before = firstBoard([entry('a'), entry('b', { cell: { code: 'BU03270000', name: 'Hamershof' } })]);
    const state = takeIn(before, { requests: [entry('c')], removed: ['b'] });
    expect([...countsByCell(state, () => true)]).toEqual([['BU03270107', 2]]);
    expect([...countsByCell(state, ({ id }) => id === state.waiting[0]?.id)]).toEqual([['BU03270107', 1]]);
  });

  it('never moves or loses a shown row, whatever arrives', () => {
    const anyEntry = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      version: fc.integer({ min: 1, max: 4 }),
      status: fc.constantFrom<'open' | 'matched'>('open', 'matched'),
    });
    const change = fc.record({
      requests: fc.array(anyEntry.map(({ id, ...more }) => entry(id, more))),
      removed: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const first = firstBoard([entry('a'), entry('b'), entry('c')]);
        const last = changes.reduce((state, one) => takeIn(state, one), first);
        expect(ids(last)).toEqual(ids(first));
        const waiting = last.waiting.map(({ id }) => id);
        expect(new Set(waiting).size).toBe(waiting.length);
        expect(waiting.some((id) => ids(last).includes(id))).toBe(false);
      }),
    );
  });
});
