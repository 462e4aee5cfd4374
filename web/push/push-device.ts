import { call } from '../api/call.js';
import { kept, keep } from '../session/kept.js';

const DEVICE = 'push-device';
const WORKER = '/service-worker.js';

export type PushState = 'cannot' | 'denied' | 'off' | 'on';
export type PushChange = PushState | 'failed';

function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** How it stands on this device: on only when the service knows of it too. */
export async function pushState(): Promise<PushState> {
  if (!canPush()) return 'cannot';
  if (Notification.permission === 'denied') return 'denied';
  const id = kept<string | null>(DEVICE, null);
  if (id === null || Notification.permission !== 'granted') return 'off';
  const answer = await call('listPushSubscriptions');
  return answer.ok && answer.data.devices.some((device) => device.id === id) ? 'on' : 'off';
}

async function subscribed(): Promise<PushSubscription | undefined> {
  const key = await call('getPushKey');
  if (!key.ok) return undefined;
  // A browser that refused the worker says so here; waiting for one would last for ever.
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  return known ?? pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key.data.publicKey });
}

/** Asks for leave and has messages sent here, as long as this person is signed in. */
export async function turnPushOn(): Promise<PushChange> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  try {
    const { endpoint, keys } = (await subscribed())?.toJSON() ?? {};
    const { p256dh, auth } = keys ?? {};
    if (endpoint === undefined || p256dh === undefined || auth === undefined) return 'failed';
    const answer = await call('addPushSubscription', { body: { endpoint, keys: { p256dh, auth } } });
    if (!answer.ok) return 'failed';
    keep(DEVICE, answer.data.id);
    return 'on';
  } catch {
    // A browser whose push service cannot be reached says so only now.
    return 'failed';
  }
}

export async function turnPushOff(): Promise<PushChange> {
  const id = kept<string | null>(DEVICE, null);
  const answer = id === null ? undefined : await call('removePushSubscription', { id });
  if (answer?.ok === false && answer.code !== 'not-found') return 'failed';
  keep(DEVICE, undefined);
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  return 'off';
}
