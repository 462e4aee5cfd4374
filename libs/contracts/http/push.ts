import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

const tag = 'Push';

/** Services that browsers of ours use; a server of anybody else is never called. */
const hosts = new Set(['fcm.googleapis.com', 'android.googleapis.com', 'updates.push.services.mozilla.com']);
const hostEndings = ['.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com'];

/** Whether this is an address of a push service that we know, and of nothing else. */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  const known = hosts.has(hostname) || hostEndings.some((ending) => hostname.endsWith(ending));
  return protocol === 'https:' && known && port === '' && username === '' && password === '';
}

const key = (bytes: number, length: number) =>
  z
    .string()
    .regex(/^[\w-]+=*$/, 'Send it in base64url')
    .refine((text) => text.replace(/=+$/, '').length === length, `Send a key of ${bytes} bytes`);

/** What `PushSubscription.toJSON()` gives. */
export const pushSubscriptionSchema = z.object({
  endpoint: z.string().max(1000).refine(isPushEndpoint, 'Not an address of a push service that we know'),
  keys: z.object({ p256dh: key(65, 87), auth: key(16, 22) }),
});
export type PushSubscriptionBody = z.infer<typeof pushSubscriptionSchema>;

export const getPushKey = defineOperation({
  id: 'getPushKey',
  method: 'get',
  path: '/v1/push-key',
  tag,
  summary: 'The key of this service (VAPID), for subscribing a browser to messages',
  access: 'public',
  success: { status: 200, description: 'The key', body: z.object({ publicKey: z.string() }).meta({ id: 'PushKey' }) },
  problems: [],
});

const deviceSchema = z.object({ id: identifierSchema, createdAt: instantSchema }).meta({ id: 'PushDevice' });

export const listPushSubscriptions = defineOperation({
  id: 'listPushSubscriptions',
  method: 'get',
  path: '/v1/push-subscriptions',
  tag,
  summary: 'Your devices that get messages',
  access: 'signed-in',
  success: {
    status: 200,
    description: 'Your devices, without their addresses',
    body: z.object({ devices: z.array(deviceSchema) }),
  },
  problems: [],
});

export const addPushSubscription = defineOperation({
  id: 'addPushSubscription',
  method: 'post',
  path: '/v1/push-subscriptions',
  tag,
  summary: 'Get messages on this device, for as long as you are signed in on it',
  access: 'signed-in',
  body: pushSubscriptionSchema,
  success: { status: 201, description: 'The device', body: deviceSchema },
  problems: ['too-many-requests'],
});

export const removePushSubscription = defineOperation({
  id: 'removePushSubscription',
  method: 'delete',
  path: '/v1/push-subscriptions/{id}',
  tag,
  summary: 'Get no more messages on this device',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Removed' },
  problems: ['not-found'],
});
