import { describe, expect, it } from '@jest/globals';
import { homeOf, safeReturn, signInPath } from './return-to.js';

describe('the way back after signing in', () => {
  it('keeps a path of this site with its query', () => {
    expect(safeReturn('/hulpvragen/1?buurt=BU03270107', '/vragen')).toBe('/hulpvragen/1?buurt=BU03270107');
  });

  it.each(['https://elders.nl', '//elders.nl', '/\\elders.nl', 'javascript:alert(1)', '', undefined])(
    'refuses %s',
    (path) => {
      expect(safeReturn(path, '/vragen')).toBe('/vragen');
    },
  );

  it.each([
    [['ask-help', 'help'], '/vragen'],
    [['ask-help', 'help', 'coordinate'], '/werklijst'],
    [['ask-help', 'help', 'coordinate', 'monitor'], '/werklijst'],
    [['ask-help', 'help', 'monitor'], '/monitor'],
    [['ask-help', 'help', 'administer'], '/gemeente'],
  ] as const)('leads who may %j to %s when they came from nowhere', (capabilities, home) => {
    expect(homeOf({ capabilities: [...capabilities] })).toBe(home);
  });

  it('survives the way through the address', () => {
    const address = new URL(signInPath('/bereid/wanneer?terug=/hulpvragen'), 'http://localhost');
    expect(address.searchParams.get('terug')).toBe('/bereid/wanneer?terug=/hulpvragen');
  });
});
