import { z } from 'zod';
import { defineOperation } from './operation.js';
import { emailSchema, idParams, identifierSchema, instantSchema, textBlock } from './primitives.js';

const tag = 'Feedback';

export const feedbackSubjects = ['difficult', 'broken', 'idea', 'thanks', 'other'] as const;
export type FeedbackSubject = (typeof feedbackSubjects)[number];

export const postFeedback = defineOperation({
  id: 'postFeedback',
  method: 'post',
  path: '/v1/feedback',
  tag,
  summary: 'Tell what you think of the site, with or without an account',
  access: 'public',
  body: z.object({
    subject: z.enum(feedbackSubjects),
    text: textBlock(2_000).min(1, 'Fill in at least one character'),
    email: emailSchema.optional().describe('Only when you want an answer'),
  }),
  success: { status: 202, description: 'It will be read by a person', body: z.object({ keptForDays: z.int() }) },
  problems: ['too-many-requests'],
});

export const feedbackSchema = z
  .object({
    id: identifierSchema,
    subject: z.enum(feedbackSubjects),
    text: z.string(),
    email: z.string().nullable(),
    sentAt: instantSchema,
  })
  .meta({ id: 'Feedback' });
export type FeedbackView = z.infer<typeof feedbackSchema>;

export const listFeedback = defineOperation({
  id: 'listFeedback',
  method: 'get',
  path: '/v1/feedback',
  tag,
  summary: 'What people wrote about the site, newest first; for administrators and monitors of the municipality',
  access: 'signed-in',
  success: {
    status: 200,
    description: 'At most 200',
    body: z.object({ feedback: z.array(feedbackSchema) }).meta({ id: 'FeedbackList' }),
  },
  problems: ['not-allowed'],
});

export const removeFeedback = defineOperation({
  id: 'removeFeedback',
  method: 'delete',
  path: '/v1/feedback/{id}',
  tag,
  summary: 'Take away what was read and dealt with',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'Gone' },
  problems: ['not-allowed', 'not-found'],
});
