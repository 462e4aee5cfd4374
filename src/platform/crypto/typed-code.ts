import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody mistakes for another: no I, L, O and U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const wellFormed = new RegExp(`^[${signs}]+$`);

/** A code that people type or say: five random bits a sign. */
export function newTypedCode(length: number): string {
  // 256 is a multiple of 32, so each sign is as likely as another.
  return [...randomBytes(length)].map((byte) => signs[byte % signs.length]).join('');
}

/** The code as it is printed: in groups of four. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody meant who typed a code of this length; undefined when it cannot be one. */
export function readTypedCode(typed: string, length: number): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === length && wellFormed.test(code) ? code : undefined;
}
