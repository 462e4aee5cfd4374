import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '@app/domain/kernel/time.js';
import { answerBy } from './answer-by.js';
import { oneOf, textOf } from './form-fields.js';
import { pauseUntil } from './pause-until.js';

describe('fields of a form', () => {
  it.each([
    [{ a: ' x ' }, 'x'],
    [{ a: ['x', 'y'] }, ''],
    [{ a: 1 }, ''],
    [{ b: 'x' }, ''],
    [Object.assign(Object.create(null) as object, { a: 'x' }), 'x'],
    [Object.create({ a: 'x' }) as unknown, ''],
    [undefined, ''],
    [null, ''],
    ['a=x', ''],
  ])('reads text only (%#)', (body, expected) => {
    expect(textOf(body, 'a')).toBe(expected);
  });

  it('takes one of the known values', () => {
    expect(oneOf(['ja', 'nee'], { antwoord: 'nee' }, 'antwoord')).toBe('nee');
    expect(oneOf(['ja', 'nee'], { antwoord: 'misschien' }, 'antwoord')).toBeUndefined();
    expect(oneOf(['ja', 'nee'], {}, 'toString')).toBeUndefined();
  });
});

describe('answerBy', () => {
  it('is soon for acute help, later for planned help, and never after the ask ends', () => {
    expect(answerBy({ sentAt: 0, expiresAt: 10 * HOUR, urgency: 'acute' })).toBe(15 * MINUTE);
    expect(answerBy({ sentAt: 0, expiresAt: 10 * HOUR, urgency: 'planned' })).toBe(3 * HOUR);
    expect(answerBy({ sentAt: 0, expiresAt: MINUTE, urgency: 'acute' })).toBe(MINUTE);
  });
});

describe('pauseUntil', () => {
  const at = (iso: string) => Date.parse(iso);

  it('ends at the start of the local day, a week or a month on', () => {
    const now = at('2026-11-24T14:00:00+01:00');
    expect(pauseUntil('1-week', now)).toBe(at('2026-12-01T00:00:00+01:00'));
    expect(pauseUntil('1-maand', now)).toBe(at('2026-12-24T00:00:00+01:00'));
  });

  it('goes by the day in the Netherlands and by the clock of that day', () => {
    // Already the 25th here, and summer time by then.
    expect(pauseUntil('1-week', at('2027-03-24T23:30:00Z'))).toBe(at('2027-04-01T00:00:00+02:00'));
    expect(pauseUntil('1-maand', at('2027-01-31T12:00:00+01:00'))).toBe(at('2027-02-28T00:00:00+01:00'));
  });
});
