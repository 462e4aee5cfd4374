import { describe, expect, it } from '@jest/globals';
import { matchCaller, nationalDigits } from './caller-match.js';

const truus = { givenName: 'Truus', familyName: 'van Dénwater', phone: '06 12 34 56 78' };

describe('recognising a caller', () => {
  it.each(['0612345678', '06-12345678', '+31 6 12345678', '0031612345678', '+31 (0)6 12345678'])(
    'knows the number however it is written: %s',
    (phone) => {
      expect(nationalDigits(phone)).toBe('0612345678');
      expect(matchCaller(truus, { phone })).toBe('phone');
    },
  );

  it('knows a number from six digits on, and not by its end', () => {
    expect(matchCaller(truus, { phone: '061234' })).toBe('phone');
    expect(matchCaller(truus, { phone: '06123' })).toBeNull();
    expect(matchCaller(truus, { phone: '345678' })).toBeNull();
  });

  it('knows a name from three letters on, whatever the accents', () => {
    expect(matchCaller(truus, { givenName: 'tru' })).toBe('name');
    expect(matchCaller(truus, { givenName: 'tr' })).toBeNull();
    expect(matchCaller(truus, { givenName: 'Truus', familyName: 'Van Denw' })).toBe('name');
    expect(matchCaller(truus, { givenName: 'Truus', familyName: 'Jansen' })).toBeNull();
  });

  it('knows nobody by a number that is not there', () => {
    expect(matchCaller({ ...truus, phone: null }, { phone: '0612345678' })).toBeNull();
    expect(matchCaller(truus, {})).toBeNull();
  });
});
