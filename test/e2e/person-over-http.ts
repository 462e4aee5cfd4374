import { randomUUID } from 'node:crypto';
import type { Demonstration } from './demonstration.js';

interface Sent {
  readonly body?: unknown;
  /** Version for If-Match. */
  readonly version?: number;
}

/** Somebody who is signed in without a browser, to bring a day about that a browser then looks at. */
export class PersonOverHttp {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Nobody in particular. */
  static guest(at: Demonstration): PersonOverHttp {
    return new PersonOverHttp(at.url, '');
  }

  static async signIn(at: Demonstration, email: string): Promise<PersonOverHttp> {
    const after = await at.lastMail();
    const { challengeId } = await PersonOverHttp.guest(at).call<{ challengeId: string }>(
      'POST',
      '/v1/sign-in-challenges',
      {
        body: { email },
      },
    );
    return PersonOverHttp.withCode(at, challengeId, await at.codeFor(email, after));
  }

  /** Signs in with the code of a challenge, such as the one that comes with a guest's request. */
  static async withCode(at: Demonstration, challengeId: string, code: string): Promise<PersonOverHttp> {
    const answer = await fetch(`${at.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ challengeId, code }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new PersonOverHttp(at.url, cookie);
  }

  /** @throws Error when the service refuses */
  async call<T>(method: string, path: string, { body, version }: Sent = {}): Promise<T> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        'idempotency-key': randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
