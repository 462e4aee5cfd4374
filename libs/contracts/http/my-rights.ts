import { z } from 'zod';
import { defineOperation } from './operation.js';
import { meSchema } from './people.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';
import { codeSchema } from './sessions.js';

const tag = 'My rights';

/** A code that was just mailed: shows that whoever asks still reads that mailbox. */
export const proofSchema = z
  .object({ challengeId: identifierSchema, code: codeSchema })
  .describe('A fresh code of POST /v1/sign-in-challenges for your own address')
  .meta({ id: 'Proof' });
export type Proof = z.infer<typeof proofSchema>;

export const browsers = ['chrome', 'edge', 'firefox', 'safari', 'other'] as const;
export const platforms = ['android', 'ios', 'linux', 'macos', 'windows', 'other'] as const;

export const signedInDeviceSchema = z
  .object({
    id: identifierSchema,
    signedInAt: instantSchema,
    expiresAt: instantSchema,
    browser: z.enum(browsers),
    platform: z.enum(platforms),
    current: z.boolean().describe('The device that asks'),
  })
  .meta({ id: 'SignedInDevice' });
export type SignedInDevice = z.infer<typeof signedInDeviceSchema>;

export const listMySessions = defineOperation({
  id: 'listMySessions',
  method: 'get',
  path: '/v1/me/sessions',
  tag,
  summary: 'Devices on which you are signed in, newest first',
  access: 'signed-in',
  success: { status: 200, description: 'Your devices', body: z.object({ sessions: z.array(signedInDeviceSchema) }) },
  problems: [],
});

export const endMySession = defineOperation({
  id: 'endMySession',
  method: 'delete',
  path: '/v1/me/sessions/{id}',
  tag,
  summary: 'Sign out on one device. Its open websockets are closed.',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Signed out there' },
  problems: ['not-found'],
});

export const endMyOtherSessions = defineOperation({
  id: 'endMyOtherSessions',
  method: 'delete',
  path: '/v1/me/sessions',
  tag,
  summary: 'Sign out on every other device',
  access: 'signed-in',
  success: { status: 204, description: 'Signed out everywhere but here' },
  problems: [],
});

export const changeMyEmail = defineOperation({
  id: 'changeMyEmail',
  method: 'put',
  path: '/v1/me/email',
  tag,
  summary: 'Another e-mail address, with a code of the old and one of the new; other devices are signed out',
  access: 'signed-in',
  body: z.object({ current: proofSchema, next: proofSchema }),
  success: { status: 200, description: 'You, with the new address', body: meSchema },
  problems: ['invalid-code', 'too-many-tries', 'address-in-use'],
});

export const exportMyData = defineOperation({
  id: 'exportMyData',
  method: 'post',
  path: '/v1/me/exports',
  tag,
  summary: 'Everything we keep of you and nothing of anybody else, for programs and for reading',
  access: 'signed-in',
  body: proofSchema,
  success: {
    status: 200,
    description: 'Your data',
    body: z
      .object({
        exportedAt: instantSchema,
        data: z.record(z.string(), z.unknown()).describe('By subject'),
        html: z.string().describe('The same as a page to read or print'),
      })
      .meta({ id: 'PersonalDataExport' }),
  },
  problems: ['invalid-code', 'too-many-tries'],
});

export const eraseMe = defineOperation({
  id: 'eraseMe',
  method: 'post',
  path: '/v1/me/erasure',
  tag,
  summary:
    'Erase your account: open requests are cancelled, agreements withdrawn, every word of you becomes unreadable',
  access: 'signed-in',
  body: proofSchema,
  success: {
    status: 204,
    description: 'Erased, and signed out everywhere',
    headers: { 'Set-Cookie': 'The session cookie is forgotten' },
  },
  problems: ['invalid-code', 'too-many-tries', 'still-responsible'],
});
