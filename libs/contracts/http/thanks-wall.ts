import { z } from 'zod';
import { flagSchema } from './flags.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

const tag = 'Thanks';

export const listThanksWall = defineOperation({
  id: 'listThanksWall',
  method: 'get',
  path: '/v1/thanks-wall',
  tag,
  summary: 'Words of thanks that may be on the wall: without names, without numbers, newest first',
  access: 'public',
  success: {
    status: 200,
    description: 'At most 40, each looked at by a coordinator before',
    body: z.object({ thanks: z.array(z.object({ text: z.string() })) }).meta({ id: 'ThanksWall' }),
  },
  problems: [],
});

export const takeThanksOffWall = defineOperation({
  id: 'takeThanksOffWall',
  method: 'delete',
  path: '/v1/help-requests/{id}/thanks/wall',
  tag,
  summary: 'Take your own words of thanks for this help off the wall, or out of the queue for it',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Gone from the wall; who was thanked keeps them' },
  problems: ['not-found'],
});

export const offeredThanksSchema = z
  .object({
    id: identifierSchema,
    text: z.string(),
    status: z.enum(['waiting', 'shown']),
    offeredAt: instantSchema,
    flags: z.array(flagSchema),
    named: z.boolean().describe('A name of one of the two stands in it: it cannot be shown'),
  })
  .meta({ id: 'OfferedThanks' });
export type OfferedThanks = z.infer<typeof offeredThanksSchema>;

export const listOfferedThanks = defineOperation({
  id: 'listOfferedThanks',
  method: 'get',
  path: '/v1/offered-thanks',
  tag,
  summary: 'Words that people offered for the wall about help in your area: what waits first, then what is shown',
  access: 'organiser',
  success: {
    status: 200,
    description: 'At most 200',
    body: z.object({ thanks: z.array(offeredThanksSchema) }).meta({ id: 'OfferedThanksList' }),
  },
  problems: ['not-allowed'],
});

export const decideOfferedThanks = defineOperation({
  id: 'decideOfferedThanks',
  method: 'put',
  path: '/v1/offered-thanks/{id}/decision',
  tag,
  summary: 'Let words through to the wall, or keep them off it; also afterwards',
  access: 'organiser',
  params: idParams,
  body: z.object({ show: z.boolean() }),
  success: { status: 204, description: 'Decided; the words of who was thanked stay as they are' },
  problems: ['not-found', 'not-allowed', 'not-open'],
});
