import { describe, expect, it } from '@jest/globals';
import { namesIn } from './names-in.js';

describe('a name in a text', () => {
  it.each([
    ['Dank je wel, Jan!', ['Jan'], true],
    ['JAN was er zo.', ['jan'], true],
    ['Rene, bedankt', ['René'], true],
    ['Wat fijn, mevrouw de Vries.', ['Anja', 'de Vries'], true],
    ['Dank voor Jan-Willem', ['Jan Willem'], true],
    ['In januari was het koud.', ['Jan'], false],
    ['Wat een lieve buur.', ['Jan', ''], false],
    ['', ['Jan'], false],
  ] as const)('%s %j: %s', (text, names, expected) => {
    expect(namesIn(text, names)).toBe(expected);
  });
});
