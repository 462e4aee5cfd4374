import { z } from 'zod';
import {
  editHelpRequestSchema,
  helpRequestSchema,
  postHelpRequestSchema,
  postedHelpRequestSchema,
} from './help-request-shapes.js';
import { defineOperation } from './operation.js';
import { idParams, ifMatchHeaders, textBlock } from './primitives.js';

const tag = 'Help requests';

export const postHelpRequest = defineOperation({
  id: 'postHelpRequest',
  method: 'post',
  path: '/v1/help-requests',
  tag,
  summary: 'Ask for help. A guest adds `contact` and confirms with a code.',
  access: 'public',
  headers: z.object({
    'idempotency-key': z
      .string()
      .min(8, 'Use at least 8 characters')
      .max(128, 'Use at most 128 characters')
      .regex(/^[\x21-\x7e]+$/, 'Use visible ASCII characters')
      .optional()
      .describe('Required. The same key with the same body gives the same answer.'),
  }),
  body: postHelpRequestSchema,
  success: {
    status: 201,
    description: 'The request is stored; every clock it starts is in the answer',
    body: postedHelpRequestSchema,
    headers: { Location: 'Path of the request' },
  },
  problems: [
    'barred-now',
    'idempotency-key-required',
    'idempotency-key-reused',
    'unknown-neighbourhood',
    'window-in-past',
    'not-signed-in',
    'not-allowed',
    'too-many-requests',
    'contact-details-required',
    'not-found',
  ],
});

export const getHelpRequest = defineOperation({
  id: 'getHelpRequest',
  method: 'get',
  path: '/v1/help-requests/{id}',
  tag,
  summary: 'One request, as much of it as you may see',
  access: 'signed-in',
  params: idParams,
  success: {
    status: 200,
    description: 'The request',
    body: helpRequestSchema,
    headers: { ETag: 'The version, for If-Match' },
  },
  problems: ['not-found'],
});

export const listHelpRequests = defineOperation({
  id: 'listHelpRequests',
  method: 'get',
  path: '/v1/help-requests',
  tag,
  summary: 'Your requests as asker or helper, or those that wait for you as coordinator, most urgent first',
  access: 'signed-in',
  query: z.object({ role: z.enum(['asker', 'helper', 'coordinator']).default('asker') }),
  success: {
    status: 200,
    description: 'At most 200 requests',
    body: z.object({ helpRequests: z.array(helpRequestSchema) }),
  },
  problems: ['not-allowed'],
});

export const editHelpRequest = defineOperation({
  id: 'editHelpRequest',
  method: 'put',
  path: '/v1/help-requests/{id}',
  tag,
  summary: 'Change what you asked, as long as nobody has said yes; the address until it is confirmed',
  access: 'signed-in',
  params: idParams,
  headers: ifMatchHeaders,
  body: editHelpRequestSchema,
  success: {
    status: 200,
    description: 'The request after the change',
    body: helpRequestSchema,
    headers: { ETag: 'The new version' },
  },
  problems: ['not-found', 'stale-version', 'if-match-required', 'not-open', 'window-in-past'],
});

export const approveHelpRequest = defineOperation({
  id: 'approveHelpRequest',
  method: 'put',
  path: '/v1/help-requests/{id}/approval',
  tag,
  summary: 'A coordinator lets a request that waits for review go to the neighbours',
  access: 'organiser',
  params: idParams,
  headers: ifMatchHeaders,
  success: { status: 200, description: 'The request, now open', body: helpRequestSchema },
  problems: ['stale-version', 'not-found', 'not-open'],
});

const acceptanceResult = z
  .object({ status: z.enum(['matched', 'confirmed', 'waitlisted']) })
  .meta({ id: 'AcceptanceResult' });

export const acceptHelpRequest = defineOperation({
  id: 'acceptHelpRequest',
  method: 'put',
  path: '/v1/help-requests/{id}/acceptance',
  tag,
  summary: 'Say yes. When all seats are taken you may join the waiting list.',
  access: 'signed-in',
  params: idParams,
  body: z.object({ waitlist: z.boolean().optional() }).default({}),
  success: { status: 200, description: 'Your yes is noted', body: acceptanceResult },
  problems: [
    'barred-now',
    'not-found',
    'already-matched',
    'not-open',
    'own-request',
    'trust-too-low',
    'too-many-agreements',
    'profile-required',
  ],
});

export const withdrawAcceptance = defineOperation({
  id: 'withdrawAcceptance',
  method: 'delete',
  path: '/v1/help-requests/{id}/acceptance',
  tag,
  summary: 'You cannot make it after all; the next neighbour is asked',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Withdrawn' },
  problems: ['not-found', 'not-active-any-more'],
});

export const confirmHelpRequest = defineOperation({
  id: 'confirmHelpRequest',
  method: 'put',
  path: '/v1/help-requests/{id}/confirmation',
  tag,
  summary: 'The asker says that the neighbours who said yes are welcome; they get the address',
  access: 'signed-in',
  params: idParams,
  body: z.object({ address: textBlock(200).min(1).optional() }).default({}),
  success: { status: 200, description: 'The request, now confirmed', body: helpRequestSchema },
  problems: ['not-found', 'not-open', 'address-required'],
});

export const cancelHelpRequest = defineOperation({
  id: 'cancelHelpRequest',
  method: 'put',
  path: '/v1/help-requests/{id}/cancellation',
  tag,
  summary: 'The help is not needed any more; everyone who was asked is told',
  access: 'signed-in',
  params: idParams,
  headers: ifMatchHeaders,
  success: { status: 200, description: 'The request, now cancelled', body: helpRequestSchema },
  problems: ['stale-version', 'not-found', 'not-active-any-more'],
});

export const recordOutcome = defineOperation({
  id: 'recordOutcome',
  method: 'put',
  path: '/v1/help-requests/{id}/outcome',
  tag,
  summary: 'Say whether it worked out, by either side',
  access: 'signed-in',
  params: idParams,
  body: z.object({ helped: z.boolean(), note: textBlock(500).optional() }),
  success: { status: 200, description: 'The request with its outcome', body: helpRequestSchema },
  problems: ['not-found', 'not-active-any-more'],
});
