import { z } from 'zod';
import { newSeriesSchema } from './circle-shapes.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema } from './primitives.js';

const tag = 'Circles';

export const addCircleSeries = defineOperation({
  id: 'addCircleSeries',
  method: 'post',
  path: '/v1/circles/{id}/series',
  tag,
  summary: 'Add what repeats, for example every Tuesday at 10:00 until June',
  access: 'signed-in',
  params: idParams,
  body: newSeriesSchema,
  success: {
    status: 201,
    description: 'How many turns came of it',
    body: z.object({ id: identifierSchema, turns: z.int() }).meta({ id: 'AddedCircleSeries' }),
  },
  problems: ['not-found', 'not-allowed', 'window-in-past', 'not-active-any-more', 'too-many-requests'],
});

export const endCircleSeries = defineOperation({
  id: 'endCircleSeries',
  method: 'delete',
  path: '/v1/circle-series/{id}',
  tag,
  summary: 'End what repeats: turns still to come are left out, and whoever holds one is told',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Ended' },
  problems: ['not-found', 'not-allowed'],
});

const lateFor = ['not-found', 'not-allowed', 'already-matched', 'not-open', 'not-active-any-more'] as const;

export const takeCircleSlot = defineOperation({
  id: 'takeCircleSlot',
  method: 'put',
  path: '/v1/circle-slots/{id}/taker',
  tag,
  summary: 'Take an open turn, or one whose taker asks for somebody else. The first has it.',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'It is yours' },
  problems: [...lateFor, 'barred-now'],
});

export const giveBackCircleSlot = defineOperation({
  id: 'giveBackCircleSlot',
  method: 'delete',
  path: '/v1/circle-slots/{id}/taker',
  tag,
  summary: 'Give your turn back; it is open again',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Open again' },
  problems: lateFor,
});

export const askCircleSwap = defineOperation({
  id: 'askCircleSwap',
  method: 'put',
  path: '/v1/circle-slots/{id}/swap',
  tag,
  summary: 'Ask one member, or the whole circle, to come instead of you. Until then the turn stays yours.',
  access: 'signed-in',
  params: idParams,
  body: z.object({ memberId: identifierSchema.nullable().describe('Null: the whole circle') }),
  success: { status: 204, description: 'They are asked' },
  problems: lateFor,
});

export const stopCircleSwap = defineOperation({
  id: 'stopCircleSwap',
  method: 'delete',
  path: '/v1/circle-slots/{id}/swap',
  tag,
  summary: 'You can come after all: stop asking',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Nobody is asked any more' },
  problems: lateFor,
});

export const leaveOutCircleSlot = defineOperation({
  id: 'leaveOutCircleSlot',
  method: 'put',
  path: '/v1/circle-slots/{id}/cancellation',
  tag,
  summary: 'Leave one turn out; whoever holds it is told',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Left out' },
  problems: lateFor,
});
