import { createHash, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

const cost: ScryptOptions = { N: 16_384, r: 8, p: 1 };

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Password hash of a short code: `scrypt$salt$key`, base64url. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(code, salt)).toString('base64url')}`;
}

/** Compares in constant time; takes as long for a wrong code as for a right one. */
export async function codeMatches(code: string, stored: string): Promise<boolean> {
  const [, salt = '', key = ''] = stored.split('$');
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(code, Buffer.from(salt, 'base64url'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Hash of a secret that is long and random by itself: a session or link token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A session token: 128 random bits. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}
