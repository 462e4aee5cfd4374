import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

const name = '__Host-visitor';

/**
 * Shows that a browser opened one of our pages before it opens a websocket. Holds nothing about a person,
 * lives until the browser closes and is stored nowhere.
 */
@Injectable()
export class VisitorCookie {
  private readonly key: Buffer;

  constructor(@Inject(AppConfig) config: AppConfig) {
    this.key = createHmac('sha256', config.encryptionKey).update('visitor-cookie/1').digest();
  }

  /** Set-Cookie value for a browser that has none yet. */
  issue(): string {
    const id = randomBytes(12).toString('base64url');
    return `${name}=${id}.${this.sign(id)}; Path=/; Secure; HttpOnly; SameSite=Lax`;
  }

  isGenuine(cookieHeader: string | undefined): boolean {
    const value = (cookieHeader ?? '')
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
    const [id, mark] = (value ?? '').split('.');
    if (!id || !mark) return false;
    const expected = Buffer.from(this.sign(id));
    const given = Buffer.from(mark);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private sign(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url').slice(0, 22);
  }
}
