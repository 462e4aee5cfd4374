import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody mistakes for another: no I, L, O and U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
const wellFormed = new RegExp(`^[${signs}]{${length}}$`);

/** A code for one card: 60 random bits, short enough to type. */
export function newVouchCode(): string {
  // 256 is a multiple of 32, so each sign is as likely as another.
  return [...randomBytes(length)].map((byte) => signs[byte % signs.length]).join('');
}

/** The code as it stands on the card: in groups of four. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody meant who typed a code; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return wellFormed.test(code) ? code : undefined;
}
