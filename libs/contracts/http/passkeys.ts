import { z } from 'zod';
import { browsers, platforms, proofSchema } from './my-rights.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';
import { sessionSchema } from './sessions.js';

const tag = 'Passkeys';

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/, 'Give base64url');

/** What the Web Authentication API of a browser gives; read by a library for it, so only its outline stands here. */
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
};

export const attestationSchema = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  })
  .meta({ id: 'PasskeyAttestation' });
export type Attestation = z.output<typeof attestationSchema>;

export const assertionSchema = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.optional(),
    }),
  })
  .meta({ id: 'PasskeyAssertion' });
export type Assertion = z.output<typeof assertionSchema>;

const ceremonySchema = z
  .object({
    challengeId: identifierSchema,
    options: z.record(z.string(), z.unknown()).describe('For the Web Authentication API of the browser, as JSON'),
  })
  .meta({ id: 'PasskeyCeremony' });

export const passkeySchema = z
  .object({
    id: identifierSchema,
    madeAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
    browser: z.enum(browsers),
    platform: z.enum(platforms),
  })
  .meta({ id: 'Passkey' });
export type PasskeyView = z.infer<typeof passkeySchema>;

/** Who signed in with a passkey shows nothing again; anyone else brings a fresh code. */
const stepUp = z.object({ proof: proofSchema.optional() });

export const listPasskeys = defineOperation({
  id: 'listPasskeys',
  method: 'get',
  path: '/v1/passkeys',
  tag,
  summary: 'Your passkeys, oldest first',
  access: 'signed-in',
  success: { status: 200, description: 'Your passkeys', body: z.object({ passkeys: z.array(passkeySchema) }) },
  problems: [],
});

export const preparePasskey = defineOperation({
  id: 'preparePasskey',
  method: 'post',
  path: '/v1/passkey-preparations',
  tag,
  summary: 'Begin to make a passkey. Needs a session by passkey, or a fresh code of your own mailbox.',
  access: 'signed-in',
  body: stepUp,
  success: { status: 201, description: 'What the browser needs, good for five minutes', body: ceremonySchema },
  problems: ['invalid-code', 'too-many-tries', 'passkey-required'],
});

export const addPasskey = defineOperation({
  id: 'addPasskey',
  method: 'post',
  path: '/v1/passkeys',
  tag,
  summary: 'Keep the passkey that the browser made. From now on this session counts as signed in with it.',
  access: 'signed-in',
  body: z.object({ challengeId: identifierSchema, attestation: attestationSchema }),
  success: { status: 201, description: 'Your passkey', body: passkeySchema },
  problems: ['invalid-passkey'],
});

export const removePasskey = defineOperation({
  id: 'removePasskey',
  method: 'post',
  path: '/v1/passkeys/{id}/removal',
  tag,
  summary: 'Take a passkey away. Needs a session by passkey, or a fresh code of your own mailbox.',
  access: 'signed-in',
  params: idParams,
  body: stepUp,
  success: { status: 204, description: 'It opens nothing any more' },
  problems: ['invalid-code', 'too-many-tries', 'passkey-required', 'not-found'],
});

export const preparePasskeySignIn = defineOperation({
  id: 'preparePasskeySignIn',
  method: 'post',
  path: '/v1/passkey-challenges',
  tag,
  summary: 'Begin to sign in with a passkey. Names nobody: the browser asks the person which passkey to use.',
  access: 'public',
  success: { status: 201, description: 'What the browser needs, good for five minutes', body: ceremonySchema },
  problems: ['too-many-requests'],
});

export const createPasskeySession = defineOperation({
  id: 'createPasskeySession',
  method: 'post',
  path: '/v1/passkey-sessions',
  tag,
  summary: 'Sign in with a passkey',
  access: 'public',
  body: z.object({ challengeId: identifierSchema, assertion: assertionSchema }),
  success: {
    status: 201,
    description: 'Signed in; the session cookie is set',
    body: sessionSchema,
    headers: { 'Set-Cookie': 'The session cookie __Host-session' },
  },
  problems: ['invalid-passkey'],
});
