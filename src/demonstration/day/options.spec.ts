import { describe, expect, it } from '@jest/globals';
import { DayOptionError, readDayOptions } from './options.js';

describe('the options of the day', () => {
  it('are the address of npm start and a short rest, unless given', () => {
    expect(readDayOptions([])).toEqual({ url: 'http://localhost:3000', pace: 0.3 });
    expect(readDayOptions(['--url', 'https://x.invalid:8/', '--pace=2'])).toEqual({
      url: 'https://x.invalid:8',
      pace: 2,
    });
    expect(readDayOptions(['--pace', '0'])).toMatchObject({ pace: 0 });
  });

  it('can be asked for', () => {
    expect(readDayOptions(['--help'])).toBe('help');
  });

  it.each([
    [['--url', 'localhost'], '--url'],
    [['--url', 'ftp://x.invalid'], '--url'],
    [['--pace', '-1'], '--pace'],
    [['--pace', '61'], '--pace'],
    [['--pace', 'snel'], '--pace'],
    [['--pace='], '--pace'],
    [['--fast'], '--fast'],
    [['morgen'], 'morgen'],
  ])('%j is refused, by name', (args, named) => {
    expect(() => readDayOptions(args)).toThrow(DayOptionError);
    expect(() => readDayOptions(args)).toThrow(named);
  });
});
