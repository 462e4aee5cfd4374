import { expect, it } from '@jest/globals';
import { trustLevels, trustSuffices } from './vocabulary.js';

it('lets more trust do where less is required, and not the other way round', () => {
  const table = trustLevels.map((actual) => trustLevels.map((required) => trustSuffices(actual, required)));
  expect(table).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});
