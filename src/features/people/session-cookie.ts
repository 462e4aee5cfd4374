import { sessionCookie } from '@app/platform/identity/session-reader.js';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Set-Cookie value that keeps a session in the browser for as long as it is good. */
export function keepSession(token: string, days: number): string {
  return `${sessionCookie}=${token}; ${attributes}; Max-Age=${days * 24 * 3_600}`;
}

/** Set-Cookie value that makes the browser forget its session. */
export function forgetSession(): string {
  return `${sessionCookie}=; ${attributes}; Max-Age=0`;
}
