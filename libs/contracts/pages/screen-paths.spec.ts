import { describe, expect, it } from '@jest/globals';
import { screenAt, screenPaths } from './screen-paths.js';

const id = '01a205dc-c22c-76a3-8879-f1fc15cef0e5';

describe('the screen at an address', () => {
  it.each(screenPaths)('is %s when its parts are filled in, and when what may be left out is', (path) => {
    const filled = path.replace(/:id\??/, id).replaceAll(/:\w+\??/g, 'iets');
    expect(screenAt(filled)?.path).toBe(path);
    expect(screenAt(path.replaceAll(/\/:\w+\?/g, '').replace(':id', id))?.path).toBe(path);
  });

  it('tells which item it is about', () => {
    expect(screenAt(`/hulpvragen/${id}`)).toEqual({ path: '/hulpvragen/:id', id });
    expect(screenAt(`/kring/${id}/mensen`)).toEqual({ path: '/kring/:id/:part?', id });
    expect(screenAt('/kring/mee')).toEqual({ path: '/kring/mee' });
    expect(screenAt('/hulpvragen/')).toEqual({ path: '/hulpvragen' });
  });

  it.each([
    '/bestaat-niet',
    '/hulpvragen/geen-nummer',
    `/hulpvragen/${id}/meer`,
    `/hulpvragen/${id}0`,
    '/vraag/wat/hoe',
    '/werklijst/telefoon/nu',
    '/wp-login.php',
  ])('is none at %j', (path) => {
    expect(screenAt(path)).toBeUndefined();
  });
});
