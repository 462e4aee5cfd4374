import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PushSender, type PushCall } from '@app/platform/push/push-sender.js';
import { Application } from '../support/application.js';
import { AgreementScene } from './agreement-scene.js';
import { PushBrowser, signedBy } from './push-browser.js';

let scene: Application;
let at: AgreementScene;
let answer = 201;
const calls: PushCall[] = [];
beforeAll(async () => {
  scene = await Application.open({ neighbours: 12, askers: 8 });
  at = new AgreementScene(scene);
  scene.app.get(PushSender).transport = async (call) => {
    calls.push(call);
    return answer;
  };
});
afterAll(() => scene.close());
beforeEach(() => {
  answer = 201;
  calls.length = 0;
});

const add = ({ cookie }: { cookie: string }, body: PushBrowser['subscription']) =>
  scene.client.call('addPushSubscription', { cookie, body });
const devices = async ({ cookie }: { cookie: string }) =>
  (await scene.client.call('listPushSubscriptions', { cookie })).result().devices;
const callsTo = ({ endpoint }: PushBrowser) => calls.filter((call) => call.endpoint === endpoint);

describe('a message pushed to a browser', () => {
  it('is signed by this service and can be read by that browser alone', async () => {
    const [browser, other] = [new PushBrowser(), new PushBrowser('updates.push.services.mozilla.com')];
    const helper = scene.neighbour(0);
    expect((await add(helper, browser.subscription)).status).toBe(201);
    await add(scene.asker(0), other.subscription);
    const { requestId } = await at.agreed(0);
    const opened = callsTo(browser).map(({ body }) => browser.open(body));
    expect(opened).toContainEqual({
      lang: 'nl',
      tag: expect.any(String) as unknown,
      title: expect.stringContaining('U helpt vrager0') as unknown,
      body: expect.stringContaining('U helpt vrager0') as unknown,
      url: `http://zorgzamebuurten.invalid/afspraken/${requestId}`,
    });
    expect(JSON.stringify(opened)).not.toContain('Praatpad');
    const [call] = callsTo(browser);
    const { publicKey } = (await scene.client.call('getPushKey')).result();
    const authorization = String(call?.headers['Authorization']);
    expect(signedBy(authorization)).toMatchObject({ key: publicKey, aud: 'https://fcm.googleapis.com' });
    expect(call?.headers).toMatchObject({ 'Content-Encoding': 'aes128gcm', TTL: expect.any(Number) as unknown });
    expect(() => other.open(call!.body)).toThrow(/auth/i);
    expect(callsTo(other).length).toBeGreaterThan(0);
    for (const { body } of callsTo(other))
      expect(other.open(body)).toMatchObject({ title: expect.any(String) as unknown });
  });

  it('is tried again when the service is busy, and forgets a browser that is gone', async () => {
    const browser = new PushBrowser();
    const helper = scene.neighbour(1);
    await add(helper, browser.subscription);
    answer = 503;
    await at.agreed(1);
    const status = async () =>
      (
        await scene.rows<{ status: string }>(
          `SELECT DISTINCT status FROM notification WHERE channel = 'push' AND recipient_id = $1`,
          [helper.personId],
        )
      ).map((row) => row.status);
    expect(await status()).toContain('failed-temporary');
    answer = 410;
    await scene.wait('2 minutes');
    for (const job of await scene.overdue()) if (job.name === 'notifications.send') await scene.handle(job);
    expect(await status()).not.toContain('failed-temporary');
    expect(await devices(helper)).toStrictEqual([]);
    await scene.wait('-2 minutes');
  });

  it('goes to no browser whose session has ended', async () => {
    const browser = new PushBrowser();
    const { asker, helper, requestId } = await at.agreed(2);
    await add(helper, browser.subscription);
    await scene.client.call('endSession', { cookie: helper.cookie });
    await scene.client.call('cancelHelpRequest', { id: requestId, cookie: asker.cookie });
    await scene.workOff();
    expect(callsTo(browser)).toStrictEqual([]);
  });
});

describe('a device', () => {
  it.each([
    'https://localhost/send/1',
    'https://127.0.0.1/send/1',
    'https://169.254.169.254/latest/meta-data',
    'http://fcm.googleapis.com/send/1',
    'https://fcm.googleapis.com:8443/send/1',
    'https://fcm.googleapis.com@localhost/send/1',
    'https://fcm.googleapis.com.voorbeeld.invalid/send/1',
    'https://push.apple.com.voorbeeld.invalid/1',
    'https://xfcm.googleapis.com/send/1',
    'file:///etc/passwd',
    'niets',
  ])('is not reached at an address of anybody else: %s', async (endpoint) => {
    const { keys } = new PushBrowser().subscription;
    expect((await add(scene.neighbour(3), { endpoint, keys })).problem().code).toBe('invalid-input');
    expect(await devices(scene.neighbour(3))).toStrictEqual([]);
  });

  it.each(['web.push.apple.com', 'wns2-am3p.notify.windows.com', 'updates.push.services.mozilla.com'])(
    'is reached through a service that browsers use: %s',
    async (host) => expect((await add(scene.neighbour(4), new PushBrowser(host).subscription)).status).toBe(201),
  );

  it('is one however often it is added, is kept as ciphertext, and there are ten at most', async () => {
    const browser = new PushBrowser();
    const [first, again] = [
      await add(scene.neighbour(5), browser.subscription),
      await add(scene.neighbour(5), browser.subscription),
    ];
    expect(again.result()).toStrictEqual(first.result());
    const rows = await scene.rows<{ text: string }>('SELECT row_to_json(p)::text AS text FROM push_subscription p');
    const hex = Buffer.from(browser.endpoint).toString('hex');
    expect(rows.filter(({ text }) => text.includes(browser.endpoint) || text.includes(hex))).toStrictEqual([]);
    for (let more = 1; more <= 9; more += 1) await add(scene.neighbour(5), new PushBrowser().subscription);
    expect((await add(scene.neighbour(5), new PushBrowser().subscription)).problem().code).toBe('too-many-requests');
    expect(await devices(scene.neighbour(5))).toHaveLength(10);
  });

  it('is removed by its owner, and neither seen nor removed by another', async () => {
    const owner = scene.neighbour(6);
    const { id } = (await add(owner, new PushBrowser().subscription)).result();
    for (const other of [scene.neighbour(7), await scene.organiser(0), await scene.organiser(12)]) {
      const removing = await scene.client.call('removePushSubscription', { id, cookie: other.cookie });
      expect(removing.problem().code).toBe('not-found');
      expect(await devices(other)).toStrictEqual([]);
    }
    expect(await devices(owner)).toHaveLength(1);
    expect((await scene.client.call('removePushSubscription', { id, cookie: owner.cookie })).status).toBe(204);
    expect(await devices(owner)).toStrictEqual([]);
  });

  it('is added only by who signed in, with keys that are keys', async () => {
    const { endpoint, keys } = new PushBrowser().subscription;
    const body = { endpoint, keys };
    expect((await scene.client.call('addPushSubscription', { body })).problem().code).toBe('not-signed-in');
    const short = { endpoint, keys: { ...keys, auth: 'kort' } };
    expect((await add(scene.neighbour(8), short)).problem().code).toBe('invalid-input');
  });
});
