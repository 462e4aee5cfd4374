import { describe, expect, it } from '@jest/globals';
import { houseRows } from './house-row.js';

describe('the street', () => {
  it('has 100 windows: 21 lit, 41 glowing, as the figure says', () => {
    const windows = houseRows().flatMap((row) => row.flatMap((house) => house.windows));
    const count = (light: string): number => windows.filter((window) => window.light === light).length;
    expect(windows).toHaveLength(100);
    expect([count('on'), count('will'), count('off')]).toEqual([21, 41, 38]);
  });
});
