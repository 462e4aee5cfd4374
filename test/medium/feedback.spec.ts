import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PeopleDirectory } from '@app/features/people/index.js';
import { FeedbackModule } from '@app/features/feedback/index.js';
import { ForgetFeedback } from '@app/features/feedback/forget-feedback.js';
import { PeopleScene, type Town } from './people-scene.js';

jest.setTimeout(60_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;
const cookies: Record<'administrator' | 'monitor' | 'neighbour' | 'foreign', string> = {
  administrator: '',
  monitor: '',
  neighbour: '',
  foreign: '',
};

async function signedIn(place: Town, email: string, role?: 'administrator' | 'monitor'): Promise<string> {
  const { personId, cookie } = await scene.signIn(place, email);
  const people = scene.app.get(PeopleDirectory, { strict: false });
  if (role) await scene.run(place, (tx) => people.addMembership(tx, personId, role, null));
  return cookie;
}

beforeAll(async () => {
  scene = await PeopleScene.open({ modules: [FeedbackModule] });
  [town, elsewhere] = [await scene.addTown(), await scene.addTown()];
  cookies.administrator = await signedIn(town, 'beheer@voorbeeld.invalid', 'administrator');
  cookies.monitor = await signedIn(town, 'lariks@voorbeeld.invalid', 'monitor');
  cookies.neighbour = await signedIn(town, 'buur@voorbeeld.invalid');
  cookies.foreign = await signedIn(elsewhere, 'beheer@voorbeeld.invalid', 'administrator');
}, 60_000);
afterAll(() => scene.close());

const words = 'De knop <b>Verstuur</b> is klein.';
const write = (body: object) => scene.call(town, 'POST', '/v1/feedback', { body });
const list = async (place: Town, cookie: string) => {
  const { status, body } = await scene.call(place, 'GET', '/v1/feedback', { cookie });
  return { status, feedback: (body['feedback'] ?? []) as { id: string; text: string; email: string | null }[] };
};

describe('what people think of the site', () => {
  it('is taken down without an account, as ciphertext', async () => {
    expect((await write({ subject: 'difficult', text: words })).status).toBe(202);
    expect((await write({ subject: 'idea', text: 'Groter', email: 'ria@voorbeeld.invalid' })).status).toBe(202);
    const rows = await scene.rows<{ row: string }>(
      town,
      `SELECT f::text || encode(text_enc, 'escape') AS row FROM feedback f`,
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toMatch(/knop|Groter|ria@/);
  });

  it('is read by an administrator and a monitor of the municipality', async () => {
    const seen = await list(town, cookies.administrator);
    expect(seen.feedback.map(({ text, email }) => [text, email])).toEqual([
      ['Groter', 'ria@voorbeeld.invalid'],
      [words, null],
    ]);
    expect((await list(town, cookies.monitor)).feedback).toHaveLength(2);
  });

  it('is read by nobody else, nor by an administrator elsewhere', async () => {
    expect((await list(town, cookies.neighbour)).status).toBe(403);
    expect((await scene.call(town, 'GET', '/v1/feedback')).status).toBe(401);
    expect((await list(elsewhere, cookies.foreign)).feedback).toEqual([]);
  });

  it('is taken away by who may read it, and by nobody else', async () => {
    const { feedback } = await list(town, cookies.administrator);
    const path = `/v1/feedback/${feedback[0]!.id}`;
    expect((await scene.call(town, 'DELETE', path, { cookie: cookies.neighbour })).status).toBe(403);
    expect((await scene.call(elsewhere, 'DELETE', path, { cookie: cookies.foreign })).status).toBe(404);
    expect((await list(town, cookies.administrator)).feedback).toHaveLength(2);
    expect((await scene.call(town, 'DELETE', path, { cookie: cookies.monitor })).status).toBe(204);
    expect((await scene.call(town, 'DELETE', path, { cookie: cookies.monitor })).status).toBe(404);
    expect((await list(town, cookies.administrator)).feedback).toHaveLength(1);
  });

  it('is refused with every fault at once', async () => {
    const { status, body } = await write({ subject: 'gossip', text: '  ', email: 'nee' });
    expect(status).toBe(400);
    expect((body['errors'] as { path: string }[]).map(({ path }) => path)).toEqual(['/subject', '/text', '/email']);
  });

  it('is refused when a program writes it', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => write({ subject: 'other', text: 'x' })));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    const last = await write({ subject: 'other', text: 'x' });
    expect(last.status).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    // Another municipality does not suffer from it.
    expect((await scene.call(elsewhere, 'POST', '/v1/feedback', { body: { subject: 'idea', text: 'x' } })).status).toBe(
      202,
    );
  });

  it('is gone after ninety days, read or not', async () => {
    await scene.wait('89 days');
    await scene.app.get(ForgetFeedback, { strict: false }).handle({ municipalityId: town.id });
    expect((await scene.rows(town, 'SELECT 1 FROM feedback')).length).toBeGreaterThan(0);
    await scene.wait('25 hours');
    await scene.app.get(ForgetFeedback, { strict: false }).handle({ municipalityId: town.id });
    expect(await scene.rows(town, 'SELECT 1 FROM feedback')).toEqual([]);
  });
});
