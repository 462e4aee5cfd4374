import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { tuesdayAfternoon } from '../load/generated-town.js';
import { Application } from '../support/application.js';
import { AgreementScene, type Agreement } from './agreement-scene.js';

const hour = 3_600_000;

let scene: Application;
let at: AgreementScene;
let agreement: Agreement;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 6, askers: 6 });
  at = new AgreementScene(scene);
  agreement = await at.agreed(0);
});
afterAll(() => scene.close());

const make = async (cookie: string): Promise<string> => {
  const { url } = (await scene.client.call('makeCalendarFeed', { cookie })).result();
  return new URL(url).pathname;
};
const fetched = (path: string) => scene.client.raw('GET', path);

/** What another library than ours reads in a feed. */
function entries(text: string): { uid: string; title: string; status: string; from: number; until: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      status: String(component.getFirstPropertyValue('status')),
      from: event.startDate.toJSDate().getTime(),
      until: event.endDate.toJSDate().getTime(),
    };
  });
}

describe('the feed of one’s own agreements', () => {
  it('is read by another calendar library, and holds what one helps with and is helped with', async () => {
    const path = await make(agreement.helper.cookie);
    const answer = await fetched(path);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toStrictEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
    ]);
    const helping = {
      uid: `${agreement.id}@zorgzame-buurten`,
      title: expect.stringMatching(/^Hond uitlaten in /) as unknown,
      status: 'CONFIRMED',
      from: tuesdayAfternoon + hour,
      until: tuesdayAfternoon + 4 * hour,
    };
    expect(entries(answer.text)).toStrictEqual([helping]);
    const asker = entries((await fetched(await make(agreement.asker.cookie))).text);
    expect(asker).toMatchObject([{ title: 'Een buur helpt: de hond uitlaten', status: 'CONFIRMED' }]);
  });

  it('names no person, address, telephone number or words of anybody', async () => {
    const { text } = await fetched(await make(agreement.helper.cookie));
    const { givenName } = agreement.asker;
    expect(text).not.toMatch(
      new RegExp(`${givenName}|Achternaam|Praatpad|Even met de hond|@voorbeeld|tel:|06\\d{8}`, 'i'),
    );
  });

  it('shows a yes that waits as not sure, and nothing of a place as a reserve or a request of others', async () => {
    const [asker, helper, reserve] = [scene.asker(1), scene.neighbour(1), scene.neighbour(2)];
    const { id } = await scene.post(asker.cookie);
    await scene.client.call('acceptHelpRequest', { id, cookie: helper.cookie, body: {} });
    await scene.client.call('acceptHelpRequest', { id, cookie: reserve.cookie, body: { waitlist: true } });
    expect(entries((await fetched(await make(helper.cookie))).text)).toMatchObject([{ status: 'TENTATIVE' }]);
    for (const { cookie } of [reserve, scene.asker(3), await scene.organiser(0)])
      expect(entries((await fetched(await make(cookie))).text)).toStrictEqual([]);
  });

  it('reaches a month back and half a year ahead', async () => {
    const path = await make(agreement.helper.cookie);
    await scene.wait('29 days');
    expect(entries((await fetched(path)).text)).toHaveLength(1);
    await scene.wait('2 days');
    expect(entries((await fetched(path)).text)).toStrictEqual([]);
    await scene.wait('-31 days');
  });
});

describe('its secret', () => {
  it('is kept as a hash, logged nowhere, and stops when a new one is made or the feed ends', async () => {
    const { cookie } = agreement.helper;
    const first = await make(cookie);
    const second = await make(cookie);
    expect((await fetched(first)).status).toBe(404);
    expect((await fetched(second)).status).toBe(200);
    const token = /([\w-]{22})\.ics$/.exec(second)![1]!;
    const rows = await scene.rows<{ text: string }>('SELECT row_to_json(f)::text AS text FROM calendar_feed f');
    const forms = [token, Buffer.from(token, 'base64url').toString('hex'), Buffer.from(token).toString('hex')];
    expect(rows.filter(({ text }) => forms.some((form) => text.includes(form)))).toStrictEqual([]);
    expect(scene.logLines.filter((line) => line.includes(token))).toStrictEqual([]);
    const told = (await scene.client.call('getCalendarFeed', { cookie })).result();
    expect(told.createdAt).not.toBeNull();
    expect(JSON.stringify(told)).not.toContain(token);
    expect((await scene.client.call('endCalendarFeed', { cookie })).status).toBe(204);
    expect((await fetched(second)).status).toBe(404);
    expect((await scene.client.call('getCalendarFeed', { cookie })).result()).toStrictEqual({ createdAt: null });
  });

  it('of one person is not ended by another', async () => {
    const path = await make(agreement.helper.cookie);
    for (const { cookie } of [scene.neighbour(3), await scene.organiser(12)])
      await scene.client.call('endCalendarFeed', { cookie });
    expect((await fetched(path)).status).toBe(200);
  });

  it.each(['x.ics', `${'a'.repeat(22)}.ics`, 'a'.repeat(22), '%00.ics'])('is not guessed: %s', async (file) => {
    expect((await fetched(`/agenda/${file}`)).status).toBe(404);
  });

  it('is made only by who signed in', async () => {
    expect((await scene.client.call('makeCalendarFeed')).problem().code).toBe('not-signed-in');
  });
});
