import { z } from 'zod';
import { circleSchema, circleSettingsSchema, circleSummarySchema, invitedRoleSchema } from './circle-shapes.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

const tag = 'Circles';

export const listCircles = defineOperation({
  id: 'listCircles',
  method: 'get',
  path: '/v1/circles',
  tag,
  summary: 'Circles you have or are in',
  access: 'signed-in',
  success: {
    status: 200,
    description: 'Your own first; an ended one for 30 days',
    body: z.object({ circles: z.array(circleSummarySchema) }),
  },
  problems: [],
});

export const startCircle = defineOperation({
  id: 'startCircle',
  method: 'post',
  path: '/v1/circles',
  tag,
  summary: 'Start a circle of neighbours around you. Whoever has one gets that one.',
  access: 'signed-in',
  body: circleSettingsSchema,
  success: { status: 201, description: 'Your circle', body: circleSchema },
  problems: ['unknown-neighbourhood', 'contact-details-required', 'barred-now'],
});

export const getCircle = defineOperation({
  id: 'getCircle',
  method: 'get',
  path: '/v1/circles/{id}',
  tag,
  summary: 'One circle, with the turns of the coming weeks',
  access: 'signed-in',
  params: idParams,
  query: z.object({ weeks: z.coerce.number().int().min(1).max(53).default(6) }),
  success: { status: 200, description: 'The circle, as much of it as you may see', body: circleSchema },
  problems: ['not-found'],
});

export const putCircle = defineOperation({
  id: 'putCircle',
  method: 'put',
  path: '/v1/circles/{id}',
  tag,
  summary: 'Change where you live and when open turns go to the board',
  access: 'signed-in',
  params: idParams,
  body: circleSettingsSchema,
  success: { status: 204, description: 'Changed' },
  problems: ['not-found', 'not-allowed', 'unknown-neighbourhood', 'not-active-any-more'],
});

export const endCircle = defineOperation({
  id: 'endCircle',
  method: 'put',
  path: '/v1/circles/{id}/ending',
  tag,
  summary: 'End your circle: whoever holds a turn is told; what stands on the board stays there',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Ended' },
  problems: ['not-found', 'not-allowed'],
});

export const makeCircleInvitation = defineOperation({
  id: 'makeCircleInvitation',
  method: 'post',
  path: '/v1/circles/{id}/invitations',
  tag,
  summary: 'Make a link to invite people in one role; an earlier link for that role stops working',
  access: 'signed-in',
  params: idParams,
  body: z.object({ role: invitedRoleSchema }),
  success: {
    status: 201,
    description: 'The link. Whoever opens it asks to come in; the caregiver says yes or no',
    body: z.object({ url: z.url(), expiresAt: instantSchema }).meta({ id: 'CircleInvitation' }),
  },
  problems: ['not-found', 'not-allowed', 'not-active-any-more'],
});

export const endCircleInvitations = defineOperation({
  id: 'endCircleInvitations',
  method: 'delete',
  path: '/v1/circles/{id}/invitations',
  tag,
  summary: 'Stop all links of this circle',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Nobody comes in by them any more' },
  problems: ['not-found', 'not-allowed'],
});

const tokenBody = z.object({ token: z.string().regex(/^[\w-]{22}$/, 'Not a link of ours') });

export const lookAtCircleInvitation = defineOperation({
  id: 'lookAtCircleInvitation',
  method: 'post',
  path: '/v1/circle-invitation-looks',
  tag,
  summary: 'Whose circle a link leads to, before you ask to come in',
  access: 'signed-in',
  body: tokenBody,
  success: {
    status: 200,
    description: 'The circle of this first name, and what you would be in it',
    body: z.object({ caregiverGivenName: z.string(), role: invitedRoleSchema }).meta({ id: 'CircleInvitationLook' }),
  },
  problems: ['gone'],
});

export const joinCircle = defineOperation({
  id: 'joinCircle',
  method: 'post',
  path: '/v1/circle-memberships',
  tag,
  summary: 'Ask to come in by a link; the caregiver decides',
  access: 'signed-in',
  body: tokenBody,
  success: {
    status: 201,
    description: 'You are in, or you wait for the yes of the caregiver',
    body: z
      .object({ circleId: identifierSchema, status: z.enum(['waiting', 'active']) })
      .meta({ id: 'CircleMembership' }),
  },
  problems: ['gone', 'contact-details-required', 'barred-now', 'too-many-requests'],
});

export const admitCircleMember = defineOperation({
  id: 'admitCircleMember',
  method: 'put',
  path: '/v1/circle-memberships/{id}/admission',
  tag,
  summary: 'Say yes to somebody who wants to come into your circle',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'They are in' },
  problems: ['not-found', 'not-active-any-more'],
});

export const removeCircleMember = defineOperation({
  id: 'removeCircleMember',
  method: 'delete',
  path: '/v1/circle-memberships/{id}',
  tag,
  summary: 'Leave a circle, or see somebody out of your own; their turns are open again',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'They are out' },
  problems: ['not-found'],
});
