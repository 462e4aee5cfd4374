import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { PersonalDataHolders } from '@app/platform/personal-data/personal-data.js';
import type { CoordinationScene } from './coordination-scene.js';
import { openWillingScene } from './willing-scene.js';

let at: CoordinationScene;

beforeAll(async () => {
  at = await openWillingScene(6);
});
afterAll(() => at.close());

const choice = (index: number) =>
  at.application.client.call('getInvitationChoice', { cookie: at.application.neighbour(index).cookie });
const begin = () =>
  at.application.client.call('startCampaign', {
    id: at.north.organisationId,
    cookie: at.north.cookie,
    body: { segment: 'never-asked', words: 'Kanariewoord' },
  });
const mailsTo = (index: number) => at.application.sink.list({ to: at.application.neighbour(index).email });
const post = (path: string, form: Record<string, string>) =>
  at.application.client.raw('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
const wants = async (): Promise<boolean[]> =>
  Promise.all([0, 1, 2, 3, 4, 5].map(async (index) => (await choice(index)).result().invitations));

describe('whoever wants no invitations', () => {
  it('says so for themselves alone, and is in no group from then on', async () => {
    const app = at.application;
    const { cookie } = app.neighbour(0);
    const body = { invitations: false };
    expect((await app.client.call('putInvitationChoice', { cookie, body })).result()).toStrictEqual(body);
    expect(await wants()).toStrictEqual([false, true, true, true, true, true]);
    const asker = await app.client.call('putInvitationChoice', { cookie: app.asker(3).cookie, body });
    expect(asker.problem().code).toBe('not-found');
    expect((await app.client.call('putInvitationChoice', { body })).problem().code).toBe('not-signed-in');
    (await begin()).result();
    await app.workOff();
    expect(mailsTo(0)).toHaveLength(0);
    for (const index of [1, 2, 3, 4, 5]) expect(mailsTo(index)).toHaveLength(1);
  });

  it('keeps that choice when the other answers about helping change', async () => {
    const app = at.application;
    const { cookie } = app.neighbour(0);
    const profile = (await app.client.call('getHelperProfile', { cookie })).result();
    const { neighbourhoodCode, categories, maxDistance, availability, acute } = profile;
    const body = { neighbourhoodCode, categories, maxDistance, availability, acute, weeklyAskBudget: 2 };
    (await app.client.call('putHelperProfile', { cookie, body })).result();
    expect((await choice(0)).result()).toStrictEqual({ invitations: false });
  });

  it('stops them with one tap in the letter, signed in nowhere, and can begin again', async () => {
    const app = at.application;
    const [letter] = mailsTo(1);
    const path = /\/geen-uitnodigingen\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(letter?.headers).toMatchObject({
      'list-unsubscribe': expect.stringContaining(path),
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    const shown = await app.client.raw('GET', path);
    expect([shown.status, shown.text]).toStrictEqual([200, expect.stringContaining('Stuur mij geen uitnodigingen')]);
    expect(await wants()).toStrictEqual([false, true, true, true, true, true]);
    // As a mail program posts it.
    const stopped = await post(path, { 'List-Unsubscribe': 'One-Click' });
    expect([stopped.status, stopped.text]).toStrictEqual([
      200,
      expect.stringContaining('U krijgt geen uitnodigingen meer'),
    ]);
    expect(await wants()).toStrictEqual([false, false, true, true, true, true]);
    expect((await post(path, { uitnodigingen: 'aan' })).text).toContain('U krijgt weer uitnodigingen');
    expect(await wants()).toStrictEqual([false, true, true, true, true, true]);
    expect((await post('/geen-uitnodigingen/AAAAAAAAAAAAAAAAAAAAAA', {})).status).toBe(410);
  });

  it('gets none that was on its way, and that took no place in the week', async () => {
    const app = at.application;
    await app.rows('DELETE FROM campaign');
    await app.rows(`UPDATE helper_load SET recent_ask_times = '{}', asks_total = 0`);
    app.sink.clear();
    const campaign = (await begin()).result();
    const held = await app.workOff('notifications.send');
    const messages = held.filter(({ name }) => name === 'notifications.send');
    expect(messages).toHaveLength(5);
    const { cookie } = app.neighbour(2);
    await app.client.call('putInvitationChoice', { cookie, body: { invitations: false } });
    // A colleague of another association cannot stop it; the own one can.
    const stop = (who: string) => app.client.call('stopCampaign', { id: campaign.id, cookie: who });
    expect((await stop(at.south.cookie)).problem().code).toBe('not-found');
    const [first, ...rest] = messages.toSorted((a, b) => (isFor(b, 2) ? 1 : 0) - (isFor(a, 2) ? 1 : 0));
    // Twice, as a queue may.
    await app.handle(first!);
    await app.handle(first!);
    expect(mailsTo(2)).toHaveLength(0);
    const [load] = await app.rows<{ asks_total: number; times: number }>(
      'SELECT asks_total, cardinality(recent_ask_times) AS times FROM helper_load WHERE person_id = $1',
      [app.neighbour(2).personId],
    );
    expect(load).toStrictEqual({ asks_total: 0, times: 0 });
    expect((await stop(at.colleague.cookie)).result()).toMatchObject({ phase: 'stopped' });
    for (const message of rest) await app.handle(message);
    expect(app.sink.list({}).filter(({ subject }) => subject.includes('iets kleins'))).toStrictEqual([]);
  });
});

function isFor({ data }: { readonly data: object }, index: number): boolean {
  return (data as { recipientId?: string }).recipientId === at.application.neighbour(index).personId;
}

describe('whoever goes', () => {
  const holders = () => at.application.app.get(PersonalDataHolders, { strict: false });
  const asThem = <T>(work: (tx: Transaction) => Promise<T>) =>
    at.application.app.get(UnitOfWork).run(asSystem(at.application.town.municipalityId), work);

  it('takes along what is theirs, and leaves a draw that leads to nobody', async () => {
    const app = at.application;
    const { personId } = app.neighbour(3);
    const drawn = await app.count('SELECT 1 FROM invitation');
    const own = await asThem((tx) => holders().exportOf(tx, personId));
    expect(own['invitations']).toMatchObject({ drawn: [{ group: 'never-asked', part: 'invited' }], started: [] });
    expect(JSON.stringify(own)).not.toContain('Kanariewoord');
    await asThem((tx) => holders().erase(tx, personId));
    expect(await app.count('SELECT 1 FROM invitation WHERE person_id = $1', [personId])).toBe(0);
    expect(await app.count('SELECT 1 FROM invitation')).toBe(drawn);
    expect(await app.count('SELECT 1 FROM invitation WHERE person_id IS NULL AND NOT helped')).toBe(1);
  });

  it('as a coordinator takes the own words along', async () => {
    const { personId } = at.north;
    const own = await asThem((tx) => holders().exportOf(tx, personId));
    expect(own['invitations']).toMatchObject({ started: [{ words: 'Kanariewoord' }] });
    const of = (data: object) => JSON.stringify(data).includes('Kanariewoord');
    expect(of(await asThem((tx) => holders().exportOf(tx, at.south.personId)))).toBe(false);
  });
});
