import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, instantSchema, textBlock } from './primitives.js';

const tag = 'Help requests';

/** The words of a thank-you; short, because it is one. */
export const thanksTextSchema = textBlock(300).refine((text) => text.length > 0, 'Write at least one word');

const thanksSchema = z
  .object({
    received: z.array(
      z.object({ givenName: z.string(), text: z.string(), sentAt: instantSchema }).meta({ id: 'ReceivedThanks' }),
    ),
    /** Whether this person may still thank the other side, once for each help. */
    mayThank: z.boolean(),
    given: z.boolean(),
    wall: z
      .enum(['none', 'waiting', 'shown', 'refused'])
      .describe('How the words you offered for the wall of thanks stand'),
  })
  .meta({ id: 'Thanks' });
export type ThanksView = z.infer<typeof thanksSchema>;

export const getThanks = defineOperation({
  id: 'getThanks',
  method: 'get',
  path: '/v1/help-requests/{id}/thanks',
  tag,
  summary: 'The thank-you that the other side wrote to you, and whether you wrote one',
  access: 'signed-in',
  params: idParams,
  success: { status: 200, description: 'Thanks for this help; gone 30 days after it', body: thanksSchema },
  problems: ['not-found'],
});

export const giveThanks = defineOperation({
  id: 'giveThanks',
  method: 'put',
  path: '/v1/help-requests/{id}/thanks',
  tag,
  summary: 'Thank the other side of a help that worked out, once, in your own words',
  access: 'signed-in',
  params: idParams,
  body: z.object({
    text: thanksTextSchema,
    onWall: z.boolean().default(false).describe('The words may be on the public wall, without names'),
  }),
  success: { status: 200, description: 'Your thanks are on their way', body: thanksSchema },
  problems: ['not-found', 'not-active-any-more', 'already-answered'],
});
