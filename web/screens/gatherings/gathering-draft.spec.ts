import { describe, expect, it } from '@jest/globals';
import { newGatheringSchema } from '@app/contracts/http/gathering-shapes.js';
import { changeBody, draftErrors, draftOf, newBody, type GatheringDraft } from './gathering-draft.js';

const filled: GatheringDraft = {
  ...draftOf('2026-11-24'),
  title: ' Koffie op dinsdag ',
  words: 'Iedereen is welkom.',
  place: 'Buurthuis',
  neighbourhoodCode: 'BU03270000',
};
const organisation = '0192f0c0-0000-7000-8000-000000000001';
const fields = (draft: GatheringDraft, isNew = true): string[] => draftErrors(draft, isNew).map(({ field }) => field);

describe('announcing a gathering', () => {
  it('asks for everything that is missing at once', () => {
    expect(fields({ ...draftOf('2026-11-24'), day: '', time: '' })).toStrictEqual([
      'title',
      'words',
      'place',
      'neighbourhoodCode',
      'time',
      'day',
      'untilDay',
    ]);
  });

  it.each([
    [{}, []],
    [{ seats: '1' }, ['seats']],
    [{ seats: '2' }, []],
    [{ seats: '500' }, []],
    [{ seats: '501' }, ['seats']],
    [{ seats: 'veel' }, ['seats']],
    [{ untilDay: '2026-11-30' }, ['untilDay']],
    [{ untilDay: '2026-12-01' }, []],
    [{ untilDay: '2028-01-01' }, ['untilDay']],
    [{ untilDay: '', everyWeeks: 0 as const }, []],
    [{ time: '21:01' }, ['time']],
  ])('with %j has faults in %j', (change, faults) => {
    expect(fields({ ...filled, ...change })).toStrictEqual(faults);
  });

  it('sends what the contract takes, once or every so many weeks', () => {
    const weekly = newBody({ ...filled, seats: '12' }, organisation);
    expect(newGatheringSchema.parse(weekly)).toStrictEqual({ ...weekly, title: 'Koffie op dinsdag', seats: 12 });
    const once = newBody({ ...filled, everyWeeks: 0 }, organisation);
    expect(newGatheringSchema.parse(once)).toMatchObject({ everyWeeks: null, untilDay: null, seats: null });
  });

  it('asks of a change nothing of the days', () => {
    expect(fields({ ...filled, day: '', untilDay: '' }, false)).toStrictEqual([]);
    expect(changeBody(filled)).not.toHaveProperty('day');
  });
});
