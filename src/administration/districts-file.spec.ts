import { describe, expect, it } from '@jest/globals';
import { AdministrationError } from './administration-error.js';
import { parseDistricts, readDistrictsFile } from './districts-file.js';

const buurt = { code: 'BU03270000', name: 'Hamershof', dwellings: 812, longitude: 5.428, latitude: 52.1292 };
const wijk = { code: 'WK032700', name: 'Leusden-Centrum Oost', neighbourhoods: [buurt] };

function faultsOf(districts: unknown): readonly string[] {
  try {
    parseDistricts(typeof districts === 'string' ? districts : JSON.stringify(districts), 'GM0327');
  } catch (error) {
    if (error instanceof AdministrationError) return error.faults;
    throw error;
  }
  return [];
}

describe('a file with districts', () => {
  it('gives districts with their neighbourhoods', () => {
    expect(parseDistricts(JSON.stringify([wijk]), 'GM0327')).toEqual([wijk]);
  });

  it.each([
    ['not JSON', 'wijken', 'not JSON'],
    ['no list', wijk, '--districts: /:'],
    ['no districts', [], '--districts: /:'],
    ['a district without neighbourhoods', [{ ...wijk, neighbourhoods: [] }], '/0/neighbourhoods'],
    [
      'a neighbourhood without a name',
      [{ ...wijk, neighbourhoods: [{ ...buurt, name: '' }] }],
      '/0/neighbourhoods/0/name',
    ],
    ['half a dwelling', [{ ...wijk, neighbourhoods: [{ ...buurt, dwellings: 1.5 }] }], '/0/neighbourhoods/0/dwellings'],
    ['a place outside the world', [{ ...wijk, neighbourhoods: [{ ...buurt, latitude: 91 }] }], 'latitude'],
    ['a district of another municipality', [{ ...wijk, code: 'WK030700' }], 'WK030700 is not a district of GM0327'],
    [
      'a neighbourhood of another district',
      [{ ...wijk, neighbourhoods: [{ ...buurt, code: 'BU03270100' }] }],
      'BU03270100 is not a neighbourhood of WK032700',
    ],
    ['a neighbourhood twice', [{ ...wijk, neighbourhoods: [buurt, buurt] }], 'BU03270000 comes more than once'],
  ])('with %s is refused', (_what, districts, fault) => {
    const faults = faultsOf(districts);
    expect(faults.join('\n')).toContain(fault);
    for (const one of faults) expect(one).toMatch(/^--districts: /);
  });

  it('that is not there is named', async () => {
    await expect(readDistrictsFile('/nowhere/wijken.json', 'GM0327')).rejects.toThrow(
      '--districts: cannot read /nowhere/wijken.json (ENOENT)',
    );
  });
});
