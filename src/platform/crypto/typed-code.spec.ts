import { describe, expect, it } from '@jest/globals';
import { newTypedCode, printedCode, readTypedCode } from './typed-code.js';

const readCode = (typed: string) => readTypedCode(typed, 12);

describe('a code to type', () => {
  it('is read back from how it is printed, and from how people type it', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newTypedCode(12);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(readCode(printedCode(code))).toBe(code);
      expect(readCode(` ${printedCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    }
    expect(printedCode('ABCDEFGH0123')).toBe('ABCD-EFGH-0123');
    expect(readCode('abcd-efgh-oil3')).toBe('ABCDEFGH0113');
  });

  it('differs from the next', () => {
    expect(new Set(Array.from({ length: 500 }, () => newTypedCode(12))).size).toBe(500);
  });

  it.each(['', 'ABCD-EFGH', 'ABCD-EFGH-01234', 'ABCD-EFGH-01U3', 'ABCD-EFGH-01é3'])('is not %p', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });
});
