import { describe, expect, it } from '@jest/globals';
import { dayParts, weekdays } from '../kernel/vocabulary.js';
import { neighbour } from './neighbours.testing.js';
import { reasonCodes, reasonsFor, reasonText } from './reasons.js';

describe('why somebody is asked', () => {
  it.each([
    [{}, ['same-neighbourhood', 'chose-category', 'available-then', 'never-asked']],
    [{ asksEver: 1 }, ['same-neighbourhood', 'chose-category', 'available-then', 'first-this-week']],
    [{ asksEver: 1, asksLast7Days: 1 }, ['same-neighbourhood', 'chose-category', 'available-then']],
    [{ distanceClass: 'district' }, ['same-district', 'chose-category', 'available-then', 'never-asked']],
    [{ distanceClass: 'municipality' }, ['chose-category', 'available-then', 'never-asked']],
  ] as const)('%j', (change, codes) => {
    expect(reasonsFor(neighbour('anja', change))).toEqual(codes);
  });

  it('is said in plain Dutch', () => {
    const context = {
      askerName: 'Anja',
      categoryName: 'Hond uitlaten',
      weekday: 'tuesday',
      dayPart: 'afternoon',
    } as const;
    expect(reasonCodes.map((code) => reasonText(code, context))).toEqual([
      'Anja vraagt u opnieuw: u hielp al eerder.',
      'Een andere buur kan toch niet komen.',
      'U woont in de buurt.',
      'U woont in dezelfde wijk.',
      "U koos 'hond uitlaten'.",
      'U kunt op dinsdagmiddag.',
      'U bent nog niet eerder gevraagd.',
      'Dit is uw eerste vraag van deze week.',
    ]);
  });

  it('does without the name of who is forgotten, and tells only what is so of this ask', () => {
    const context = { askerName: '', categoryName: 'Hond uitlaten', weekday: 'tuesday', dayPart: 'afternoon' } as const;
    expect(reasonText('helped-before', context)).toBe('Deze buur vraagt u opnieuw: u hielp al eerder.');
    expect(reasonsFor(neighbour('anja'), 'helped-before')[0]).toBe('helped-before');
    expect(reasonsFor(neighbour('anja'), 'other-cannot')[0]).toBe('other-cannot');
  });

  it('never holds a number', () => {
    for (const code of reasonCodes)
      for (const weekday of weekdays)
        for (const dayPart of dayParts)
          expect(reasonText(code, { askerName: 'Anja', categoryName: 'Samen eten', weekday, dayPart })).toMatch(
            /^[^0-9]+\.$/,
          );
  });
});
