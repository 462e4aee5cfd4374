import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Worker } from 'playwright-core';
import { signIn } from './ask-wizard.js';
import { Demonstration } from './demonstration.js';
import { faultsOf } from './inspect.js';
import type { Visitor } from './visitor.js';

jest.setTimeout(180_000);

let at: Demonstration;
let visitor: Visitor;

/** A browser without a push service cannot subscribe: it is given what a subscription would hold. */
function subscriptionOf(): { endpoint: string; keys: { p256dh: string; auth: string } } {
  const pair = createECDH('prime256v1');
  const keys = { p256dh: pair.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
  return { endpoint: `https://fcm.googleapis.com/send/${randomBytes(8).toString('hex')}`, keys };
}

beforeAll(async () => {
  at = await Demonstration.start();
  visitor = await at.visitor({ keyboardAlone: true });
  await visitor.page.context().grantPermissions(['notifications']);
  await visitor.page.addInitScript((subscription) => {
    const made = { toJSON: () => subscription, unsubscribe: () => Promise.resolve(true) };
    PushManager.prototype.subscribe = () => Promise.resolve(made as unknown as PushSubscription);
    PushManager.prototype.getSubscription = () => Promise.resolve(null);
    // Some browsers without a screen tell a page "denied", whatever they grant when they are asked.
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
  }, subscriptionOf());
});
afterAll(() => at.stop());

/** Gives the service worker a message as the push service of a browser would, once it was decrypted. */
async function deliver(message: unknown): Promise<void> {
  const devtools = await visitor.page.context().newCDPSession(visitor.page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: at.url,
    registrationId,
    data: JSON.stringify(message),
  });
}

/** The worker of this browser; it writes down what it would show, because a browser without a screen shows nothing. */
async function watched(): Promise<Worker> {
  const [worker] = visitor.page.context().serviceWorkers();
  if (!worker) throw new Error('There is no service worker');
  await worker.evaluate(() => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shown });
    ServiceWorkerRegistration.prototype.showNotification = (title, options) => {
      shown.push({ title, body: options?.body, data: options?.data as unknown });
      return Promise.resolve();
    };
  });
  return worker;
}

describe('messages on this device', () => {
  it('are off until somebody switches them on, and the switch is accessible', async () => {
    await signIn(at, visitor, 'wim@voorbeeld.invalid', '/gegevens');
    expect(await visitor.sees('Meldingen staan uit op dit apparaat.')).toBe('Meldingen staan uit op dit apparaat.');
    expect(await faultsOf(visitor, { name: 'meldingen', title: /gegevens/i, shows: 'Zet meldingen aan' })).toEqual([]);
    await visitor.press('Zet meldingen aan');
    await visitor.sees('Meldingen staan aan op dit apparaat.');
    await visitor.page.reload();
    await visitor.sees('Meldingen staan aan op dit apparaat.');
  });

  it('are shown by the service worker when they come', async () => {
    const worker = await watched();
    const url = `${at.url}/gevraagd`;
    await deliver({ tag: 'een', title: 'Anja vraagt u', body: 'Wilt u de hond uitlaten?', url });
    const shown = (): Promise<unknown> => worker.evaluate(() => (globalThis as unknown as { shown: unknown }).shown);
    let seen = await shown();
    for (let waited = 0; JSON.stringify(seen) === '[]' && waited < 50; waited += 1) {
      await visitor.page.waitForTimeout(100);
      seen = await shown();
    }
    expect(seen).toEqual([{ title: 'Anja vraagt u', body: 'Wilt u de hond uitlaten?', data: { url } }]);
  });

  it('are off again at one press', async () => {
    await visitor.press('Zet meldingen uit');
    await visitor.sees('Meldingen staan uit op dit apparaat.');
    const devices = await visitor.page.evaluate(async () => {
      const answer = await fetch('/v1/push-subscriptions');
      return ((await answer.json()) as { devices: unknown[] }).devices;
    });
    expect(devices).toEqual([]);
    expect(at.complaints()).toEqual([]);
  });
});
