import { randomUUID } from 'node:crypto';
import type { Demonstration } from './demonstration.js';

const minute = 60_000;

/** A request of a guest, asked without a browser, so that a board has more than one line. */
export async function askOverHttp(
  at: Demonstration,
  wanted: {
    readonly category: string;
    readonly neighbourhood: string;
    readonly givenName: string;
    /** Left out, it follows from the first name. */
    readonly email?: string;
    readonly hours: number;
  },
): Promise<string> {
  const email = wanted.email ?? `${wanted.givenName.toLowerCase()}@voorbeeld.invalid`;
  const now = await at.now();
  const after = await at.lastMail();
  const posted = (await post(at, '/v1/help-requests', {
    category: wanted.category,
    urgency: wanted.hours < 8 ? 'acute' : 'planned',
    summary: 'Dank u wel voor het meedenken.',
    window: {
      from: new Date(now + (wanted.hours < 8 ? 0 : wanted.hours * 60 * minute)).toISOString(),
      until: new Date(now + (wanted.hours + 3) * 60 * minute).toISOString(),
    },
    expectedMinutes: 30,
    neighbourhoodCode: await codeOf(at, wanted.neighbourhood),
    contact: { givenName: wanted.givenName, email },
  })) as { id: string; challengeId: string };
  await post(at, '/v1/sessions', { challengeId: posted.challengeId, code: await at.codeFor(email, after) });
  return posted.id;
}

async function codeOf(at: Demonstration, name: string): Promise<string> {
  const answer = await fetch(`${at.url}/v1/neighbourhoods`);
  const { neighbourhoods } = (await answer.json()) as { neighbourhoods: { code: string; name: string }[] };
  const code = neighbourhoods.find((neighbourhood) => neighbourhood.name === name)?.code;
  if (code === undefined) throw new Error(`There is no ${name}`);
  return code;
}

async function post(at: Demonstration, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${at.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
