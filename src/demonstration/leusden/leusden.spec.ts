import { describe, expect, it } from '@jest/globals';
import { mergeIntoCells } from '@app/domain/kernel/cells.js';
import { districts } from './districts.js';
import { inhabitedNeighbourhoods } from './inhabited.js';
import { neighbourhoods } from './neighbourhoods.js';
import { organisations } from './organisations.js';

describe('Leusden', () => {
  it('has 28 buurten, each in a wijk', () => {
    expect(new Set(neighbourhoods.map(({ code }) => code)).size).toBe(28);
    expect(inhabitedNeighbourhoods).toHaveLength(28);
  });

  it('has as many people and dwellings in its buurten as CBS counts in its wijken', () => {
    for (const { code, inhabitants, dwellings } of districts) {
      const members = inhabitedNeighbourhoods.filter(({ districtCode }) => districtCode === code);
      expect(members.reduce((all, member) => all + member.inhabitants, 0)).toBe(inhabitants);
      expect(members.reduce((all, member) => all + member.dwellings, 0)).toBe(dwellings);
    }
  });

  it('shows no cell of fewer than 50 dwellings', () => {
    const cells = mergeIntoCells(
      inhabitedNeighbourhoods.map(({ code, name, districtCode, dwellings, longitude, latitude }) => {
        return { code, name, districtCode, dwellings, lon: longitude, lat: latitude };
      }),
    );
    const dwellingsOf = new Map(inhabitedNeighbourhoods.map(({ code, dwellings }) => [code, dwellings]));
    for (const { neighbourhoodCodes } of cells) {
      expect(neighbourhoodCodes.reduce((all, code) => all + (dwellingsOf.get(code) ?? 0), 0)).toBeGreaterThanOrEqual(
        50,
      );
    }
  });

  it('puts every buurt on a tile of its own', () => {
    expect(new Set(neighbourhoods.map(({ tile }) => tile.join())).size).toBe(28);
  });

  it('leaves exactly three buurten to the desk and gives no buurt to two associations', () => {
    const covered = organisations.flatMap(({ neighbourhoodCodes }) => neighbourhoodCodes);
    expect(new Set(covered).size).toBe(covered.length);
    const uncovered = neighbourhoods.filter(({ code }) => !covered.includes(code)).map(({ name }) => name);
    expect(uncovered.toSorted()).toEqual(['De Wetering', 'Groenhouten', 'Wildenburg']);
    for (const code of covered) expect(neighbourhoods.map((one) => one.code)).toContain(code);
  });

  it('marks what it made up', () => {
    for (const { isExample, name } of organisations) expect(name.includes('(voorbeeld)')).toBe(isExample);
  });
});
