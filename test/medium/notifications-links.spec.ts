import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GeneratedPerson } from '../load/generated-people.js';
import { Application, northOf } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 300, askers: 8 });
});
afterAll(() => scene.close());

/** The path of the one-tap link in the newest mail to somebody. */
function linkTo({ email }: GeneratedPerson, kind: string): string {
  for (const { text } of scene.sink.list({ to: email })) {
    const path = new RegExp(`/${kind}/[\\w-]+`).exec(text)?.[0];
    if (path) return path;
  }
  throw new Error(`No mail to ${email} has a link to ${kind}`);
}

const open = (path: string) => scene.client.raw('GET', path);
const send = (path: string, form: Record<string, string>) =>
  scene.client.raw('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

async function asked(asker: number): Promise<{ id: string; people: GeneratedPerson[] }> {
  const { id } = await scene.post(scene.asker(asker).cookie, { address: 'Linkpad 1' });
  await scene.workOff();
  const rows = await scene.rows<{ person_id: string }>('SELECT person_id FROM ask WHERE help_request_id = $1', [id]);
  const people = scene.town.neighbours.filter(({ personId }) => rows.some((row) => row.person_id === personId));
  expect(people.length).toBeGreaterThan(1);
  return { id, people };
}

const seats = (id: string): Promise<number> =>
  scene.count(`SELECT 1 FROM acceptance WHERE help_request_id = $1 AND seat IS NOT NULL`, [id]);

describe('a mail to the organiser who took a request by telephone', () => {
  it('names the caller and has no yes in one tap: whoever called is rung first', async () => {
    const organiser = await scene.organiser(northOf);
    const onBehalfOf = { givenName: 'Truus', phone: '06 55 12 34 99', relation: 'phone-intake' as const };
    const { id } = await scene.post(organiser.cookie, { onBehalfOf });
    await scene.client.call('acceptHelpRequest', { id, cookie: scene.neighbour(0).cookie, body: {} });
    await scene.workOff();
    const mail = scene.sink.list({}).find(({ subject }) => subject.startsWith('Vraag van Truus: buur0 wil helpen'));
    expect(mail?.text).toContain(`/vragen/${id}`);
    expect(mail?.text).not.toMatch(/bevestigen|uw adres/);
  });
});

describe('a link in a message', () => {
  it('opened any number of times changes nothing, and answers once', async () => {
    const { id, people } = await asked(0);
    const path = linkTo(people[0]!, 'antwoord');
    const before = await scene.rowCounts();
    for (let time = 1; time <= 3; time += 1) {
      const page = await open(path);
      expect([page.status, page.headers.get('content-type')]).toStrictEqual([200, 'text/html; charset=utf-8']);
      expect(page.text).not.toMatch(/Linkpad|Achternaam-vrager/);
      expect(page.headers.get('set-cookie')).toBeNull();
    }
    expect((await scene.client.raw('HEAD', path)).status).toBe(200);
    expect(await scene.rowCounts()).toStrictEqual(before);
    expect((await send(path, { antwoord: 'misschien' })).status).toBe(400);
    expect(await seats(id)).toBe(0);
    expect((await send(path, { antwoord: 'ja' })).status).toBe(200);
    expect((await send(path, { antwoord: 'ja' })).status).toBe(200);
    expect((await send(path, { antwoord: 'nee' })).status).toBe(200);
    expect(await seats(id)).toBe(1);
    const again = await open(path);
    expect(again.status).toBe(200);
    expect(again.text).not.toMatch(/Linkpad|name="antwoord"/);
  });

  it('that comes too late says so, with a way on', async () => {
    const { id, people } = await asked(1);
    const [first, second] = [linkTo(people[0]!, 'antwoord'), linkTo(people[1]!, 'antwoord')];
    await send(first, { antwoord: 'ja' });
    const late = await send(second, { antwoord: 'ja' });
    expect(late.text).toMatch(/reserve/);
    expect(await seats(id)).toBe(1);
    await scene.client.call('cancelHelpRequest', { id, cookie: scene.asker(1).cookie });
    await scene.workOff();
    for (const path of [first, second]) {
      const gone = await open(path);
      expect([gone.status, gone.headers.get('content-type')]).toStrictEqual([410, 'text/html; charset=utf-8']);
      expect((await send(path, { antwoord: 'ja' })).status).toBe(410);
    }
    expect(await seats(id)).toBe(0);
  });

  it.each(['antwoord', 'bevestigen', 'afloop', 'pauze'])(
    'that never was is gone as one that was: /%s',
    async (kind) => {
      const page = await open(`/${kind}/${'x'.repeat(22)}`);
      expect([page.status, page.headers.get('content-type')]).toStrictEqual([410, 'text/html; charset=utf-8']);
      expect((await send(`/${kind}/${'x'.repeat(22)}`, { antwoord: 'ja' })).status).toBe(410);
    },
  );

  it('does one thing only: an answer’s token opens no other page', async () => {
    const { people } = await asked(2);
    const token = linkTo(people[0]!, 'antwoord').split('/')[2]!;
    for (const kind of ['bevestigen', 'afloop', 'pauze']) expect((await open(`/${kind}/${token}`)).status).toBe(410);
  });

  it('lets the asker welcome the neighbour, who only then has the address', async () => {
    const { id, people } = await asked(3);
    const winner = people[0]!;
    await send(linkTo(winner, 'antwoord'), { antwoord: 'ja' });
    await scene.workOff();
    expect(await scene.see(id, winner.cookie)).not.toHaveProperty('contact');
    const path = linkTo(scene.asker(3), 'bevestigen');
    expect((await open(path)).text).toContain(winner.givenName);
    expect(await scene.see(id, winner.cookie)).not.toHaveProperty('contact');
    expect((await send(path, { bevestig: 'ja' })).status).toBe(200);
    expect((await scene.see(id, winner.cookie)).contact?.address).toBe('Linkpad 1');
  });

  it('is stored as a hash and logged nowhere', async () => {
    const { people } = await asked(4);
    const path = linkTo(people[0]!, 'antwoord');
    const token = path.split('/')[2]!;
    await open(path);
    await send(path, { antwoord: 'nee' });
    expect(scene.logLines.filter((line) => line.includes(token))).toStrictEqual([]);
    const rows = await scene.rows<{ text: string }>('SELECT row_to_json(t)::text AS text FROM action_token t');
    const forms = [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => forms.some((form) => text.includes(form)))).toStrictEqual([]);
  });
});
