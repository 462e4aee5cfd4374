import { z } from 'zod';
import { defineOperation } from './operation.js';
import { emailSchema, idParams, identifierSchema } from './primitives.js';

export const codeSchema = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'The code has 6 digits');

export const requestSignInCode = defineOperation({
  id: 'requestSignInCode',
  method: 'post',
  path: '/v1/sign-in-challenges',
  tag: 'Session',
  summary: 'Ask for a sign-in code by e-mail. The answer is the same whether or not the address is known.',
  access: 'public',
  body: z.object({ email: emailSchema }),
  success: {
    status: 202,
    description: 'A code is on its way if the address may receive one',
    body: z.object({ challengeId: identifierSchema }).meta({ id: 'SignInChallenge' }),
  },
  problems: ['too-many-requests'],
});

export const renewSignInCode = defineOperation({
  id: 'renewSignInCode',
  method: 'post',
  path: '/v1/sign-in-challenges/{id}/renewals',
  tag: 'Session',
  summary: 'Ask for a new code for the same purpose: the earlier code stops working, a help request stays one request',
  access: 'public',
  params: idParams,
  success: {
    status: 202,
    description: 'A new code is on its way if the challenge was open; the answer is the same for an unknown one',
    body: z.object({ challengeId: identifierSchema }).meta({ id: 'RenewedSignInChallenge' }),
  },
  problems: ['too-many-requests'],
});

export const sessionSchema = z
  .object({ personId: identifierSchema, firstSignIn: z.boolean(), confirmedHelpRequestId: identifierSchema.optional() })
  .meta({ id: 'Session' });

export const createSession = defineOperation({
  id: 'createSession',
  method: 'post',
  path: '/v1/sessions',
  tag: 'Session',
  summary: 'Sign in with the code of a challenge. Confirms the help request that the challenge belongs to.',
  access: 'public',
  body: z.object({
    challengeId: identifierSchema,
    code: codeSchema,
  }),
  success: {
    status: 201,
    description: 'Signed in; the session cookie is set',
    body: sessionSchema,
    headers: { 'Set-Cookie': 'The session cookie __Host-session' },
  },
  problems: ['invalid-code', 'too-many-tries'],
});

export const endSession = defineOperation({
  id: 'endSession',
  method: 'delete',
  path: '/v1/sessions/current',
  tag: 'Session',
  summary: 'Sign out on this device. Open websockets of this session are closed.',
  access: 'public',
  success: { status: 204, description: 'Signed out' },
  problems: [],
});
