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
    const context = { categoryName: 'Hond uitlaten', weekday: 'tuesday', dayPart: 'afternoon' } as const;
    expect(reasonCodes.map((code) => reasonText(code, context))).toEqual([
      'U woont in de buurt.',
      'U woont in dezelfde wijk.',
      "U koos 'hond uitlaten'.",
      'U kunt op dinsdagmiddag.',
      'U bent nog niet eerder gevraagd.',
      'Dit is uw eerste vraag van deze week.',
    ]);
  });

  it('never holds a number', () => {
    for (const code of reasonCodes)
      for (const weekday of weekdays)
        for (const dayPart of dayParts)
          expect(reasonText(code, { categoryName: 'Samen eten', weekday, dayPart })).toMatch(/^U? ?[^0-9]+\.$/);
  });
});
