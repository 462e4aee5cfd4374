import { describe, expect, it } from '@jest/globals';
import { safeReturn, signInPath } from './return-to.js';

describe('the way back after signing in', () => {
  it('keeps a path of this site with its query', () => {
    expect(safeReturn('/hulpvragen/1?buurt=BU03270107')).toBe('/hulpvragen/1?buurt=BU03270107');
  });

  it.each(['https://elders.nl', '//elders.nl', '/\\elders.nl', 'javascript:alert(1)', '', undefined])(
    'refuses %s',
    (path) => {
      expect(safeReturn(path)).toBe('/vragen');
    },
  );

  it('survives the way through the address', () => {
    const address = new URL(signInPath('/bereid/wanneer?terug=/hulpvragen'), 'http://localhost');
    expect(address.searchParams.get('terug')).toBe('/bereid/wanneer?terug=/hulpvragen');
  });
});
