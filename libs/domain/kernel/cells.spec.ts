import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CellNeighbourhood, mergeIntoCells } from './cells.js';

function buurt(code: string, dwellings: number, lon: number, districtCode = 'W1', name = code): CellNeighbourhood {
  return { code, name, districtCode, dwellings, lon, lat: 52 };
}

describe('cells', () => {
  it('leave a buurt of 50 dwellings alone and merge one of 49', () => {
    expect(mergeIntoCells([buurt('B1', 50, 5), buurt('B2', 50, 5.1)])).toHaveLength(2);
    expect(mergeIntoCells([buurt('B1', 50, 5), buurt('B2', 49, 5.1)])).toEqual([
      { cellCode: 'B1', cellName: 'B1 en B2', neighbourhoodCodes: ['B1', 'B2'] },
    ]);
  });

  it('merge with the nearest of the same district, though another is nearer', () => {
    const cells = mergeIntoCells([buurt('B1', 90, 5, 'W1'), buurt('B2', 10, 5.3, 'W1'), buurt('B3', 90, 5.31, 'W2')]);
    expect(cells.map(({ neighbourhoodCodes }) => neighbourhoodCodes)).toEqual([['B1', 'B2'], ['B3']]);
  });

  it('merge with the nearest one when the district has no other', () => {
    const cells = mergeIntoCells([buurt('B1', 90, 5, 'W1'), buurt('B2', 90, 5.2, 'W1'), buurt('B3', 10, 5.3, 'W2')]);
    expect(cells.map(({ neighbourhoodCodes }) => neighbourhoodCodes)).toEqual([['B1'], ['B2', 'B3']]);
  });

  it('merge with the lowest code of two that are as near', () => {
    const cells = mergeIntoCells([buurt('B1', 90, 4.75), buurt('B2', 10, 5), buurt('B3', 90, 5.25)]);
    expect(cells.map(({ neighbourhoodCodes }) => neighbourhoodCodes)).toEqual([['B1', 'B2'], ['B3']]);
  });

  it('merge the smallest buurt first', () => {
    const cells = mergeIntoCells([buurt('B1', 40, 5), buurt('B2', 10, 5.3), buurt('B3', 60, 5.5)]);
    expect(cells.map(({ neighbourhoodCodes }) => neighbourhoodCodes)).toEqual([['B1', 'B2', 'B3']]);
  });

  it('merge on until there are enough, and name the largest first', () => {
    const cells = mergeIntoCells([
      buurt('B1', 20, 5, 'W1', 'Heide'),
      buurt('B2', 25, 5.01, 'W1', 'Bos'),
      buurt('B3', 30, 5.02, 'W1', 'Dorp'),
      buurt('B4', 70, 6, 'W1', 'Kern'),
    ]);
    expect(cells).toEqual([
      { cellCode: 'B1', cellName: 'Dorp, Bos en Heide', neighbourhoodCodes: ['B1', 'B2', 'B3'] },
      { cellCode: 'B4', cellName: 'Kern', neighbourhoodCodes: ['B4'] },
    ]);
  });

  it('of too small a municipality are one', () => {
    expect(mergeIntoCells([buurt('B1', 3, 5), buurt('B2', 4, 6)])).toHaveLength(1);
    expect(mergeIntoCells([buurt('B1', 3, 5)])).toHaveLength(1);
    expect(mergeIntoCells([])).toEqual([]);
  });

  const municipalities = fc
    .array(
      fc.record({
        dwellings: fc.integer({ min: 0, max: 120 }),
        lon: fc.double({ min: 5, max: 6, noNaN: true }),
        lat: fc.double({ min: 52, max: 53, noNaN: true }),
        districtCode: fc.constantFrom('W1', 'W2', 'W3'),
      }),
      { maxLength: 15 },
    )
    .map((rows) => rows.map((row, index) => ({ ...row, code: `B${index}`, name: `Buurt ${index}` })));

  it('hold every buurt once, are large enough, and do not depend on the order', () => {
    fc.assert(
      fc.property(municipalities, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const cells = mergeIntoCells(all);
        expect(cells.flatMap((cell) => cell.neighbourhoodCodes).toSorted()).toEqual(
          all.map(({ code }) => code).toSorted(),
        );
        const dwellings = new Map(all.map((one) => [one.code, one.dwellings]));
        for (const cell of cells) {
          const sum = cell.neighbourhoodCodes.reduce((total, code) => total + (dwellings.get(code) ?? 0), 0);
          expect(sum >= 50 || cells.length === 1).toBe(true);
        }
        const shuffled = all
          .map((one) => ({ one, key: numbers.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(mergeIntoCells(shuffled)).toEqual(cells);
      }),
    );
  });
});
