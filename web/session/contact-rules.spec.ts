import { describe, expect, it } from '@jest/globals';
import { codeDigits, looksLikeEmail, looksLikePhone } from './contact-rules.js';

describe('what people type to be reached', () => {
  it.each(['naam@voorbeeld.nl', ' naam@voorbeeld.nl ', "o'brien+zorg@mail.voorbeeld.nl"])(
    'takes %s as e-mail',
    (text) => {
      expect(looksLikeEmail(text)).toBe(true);
    },
  );
  it.each(['', 'naam', 'naam@voorbeeld', 'naam@@voorbeeld.nl', 'een naam@voorbeeld.nl', `${'a'.repeat(250)}@b.nl`])(
    'does not take %s as e-mail',
    (text) => {
      expect(looksLikeEmail(text)).toBe(false);
    },
  );
  it('takes telephone numbers as people write them', () => {
    expect(looksLikePhone('06 12345678')).toBe(true);
    expect(looksLikePhone('+31 (0)33-1234567')).toBe(true);
    expect(looksLikePhone('12')).toBe(false);
    expect(looksLikePhone('bel mij')).toBe(false);
  });
  it('reads a code with spaces and no more than 6 digits', () => {
    expect(codeDigits('123 456')).toBe('123456');
    expect(codeDigits('Uw code: 1234567')).toBe('123456');
  });
});
