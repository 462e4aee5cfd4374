import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

export const inboxItemSchema = z
  .object({
    id: identifierSchema,
    template: z.string(),
    subject: z.string(),
    text: z.string(),
    helpRequestId: identifierSchema.nullable(),
    createdAt: instantSchema,
    readAt: instantSchema.nullable(),
  })
  .meta({ id: 'InboxItem' });

export const listInbox = defineOperation({
  id: 'listInbox',
  method: 'get',
  path: '/v1/inbox',
  tag: 'Inbox',
  summary: 'Your messages of the last 30 days, newest first',
  access: 'signed-in',
  success: {
    status: 200,
    description: 'At most 50 messages',
    body: z.object({ items: z.array(inboxItemSchema), unread: z.int() }),
  },
  problems: [],
});

export const readInboxItem = defineOperation({
  id: 'readInboxItem',
  method: 'put',
  path: '/v1/inbox/{id}/reading',
  tag: 'Inbox',
  summary: 'Mark a message as read',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Marked' },
  problems: ['not-found'],
});
