import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema, textBlock } from './primitives.js';

const tag = 'Conversations';

/** One message between the two sides of an agreement. */
const messageSchema = z
  .object({
    id: identifierSchema,
    number: z.int().describe('Place in the conversation, from 1'),
    mine: z.boolean(),
    text: z.string().nullable().describe('Null when whoever wrote it was erased'),
    sentAt: instantSchema,
    byMail: z.boolean().describe('Written as an answer to a mail'),
  })
  .meta({ id: 'Message' });
export type MessageView = z.infer<typeof messageSchema>;

const conversationSchema = z
  .object({
    id: identifierSchema.describe('The same as the acceptance it belongs to'),
    helpRequestId: identifierSchema,
    otherGivenName: z.string(),
    version: z.int().describe('Number of messages that were ever written'),
    mayWrite: z.boolean(),
    writableUntil: instantSchema.describe('24 hours after the help'),
    removedAt: instantSchema.nullable().describe('When all messages are gone; null while the agreement is not over'),
    messages: z.array(messageSchema).describe('At most the last 200, oldest first'),
    unread: z.int(),
    readByOther: z.int().describe('The other has read up to this number'),
  })
  .meta({ id: 'Conversation' });
export type ConversationView = z.infer<typeof conversationSchema>;

export const listConversations = defineOperation({
  id: 'listConversations',
  method: 'get',
  path: '/v1/conversations',
  tag,
  summary: 'Conversations of your agreements in which something was written, newest first',
  access: 'signed-in',
  success: {
    status: 200,
    description: 'At most 100 conversations, without their words',
    body: z.object({
      conversations: z.array(
        z
          .object({
            id: identifierSchema,
            helpRequestId: identifierSchema,
            unread: z.int(),
            lastSentAt: instantSchema,
          })
          .meta({ id: 'ConversationSummary' }),
      ),
    }),
  },
  problems: [],
});

export const getConversation = defineOperation({
  id: 'getConversation',
  method: 'get',
  path: '/v1/conversations/{id}',
  tag,
  summary: 'What you and the other side of one agreement wrote; only while the agreement stands',
  access: 'signed-in',
  params: idParams,
  success: { status: 200, description: 'The conversation', body: conversationSchema },
  problems: ['not-found'],
});

export const sendMessage = defineOperation({
  id: 'sendMessage',
  method: 'post',
  path: '/v1/conversations/{id}/messages',
  tag,
  summary: 'Write to the other side. The same message id again is the same message.',
  access: 'signed-in',
  params: idParams,
  body: z.object({
    id: identifierSchema.describe('Made by the sender, so that sending again is harmless'),
    text: textBlock(1000).refine((text) => text.length > 0, 'Write at least one word'),
  }),
  success: { status: 201, description: 'The message as it is kept', body: messageSchema },
  problems: ['not-found', 'not-active-any-more', 'too-many-requests'],
});

export const readConversation = defineOperation({
  id: 'readConversation',
  method: 'put',
  path: '/v1/conversations/{id}/reading',
  tag,
  summary: 'Say up to which message you have read',
  access: 'signed-in',
  params: idParams,
  body: z.object({ number: z.int().min(1) }),
  success: { status: 204, description: 'Noted; the other side sees it' },
  problems: ['not-found'],
});
