import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

/** Why an organiser looks at the personal details of somebody; a short list, because a long one is answered at random. */
export const viewReasons = [
  'call-about-request',
  'arrange-help',
  'worry-about-safety',
  'correct-details',
  'asked-by-person',
] as const;
export const viewReasonSchema = z.enum(viewReasons).meta({ id: 'ViewReason' });
export type ViewReason = z.infer<typeof viewReasonSchema>;

export const contactDetailsSchema = z
  .object({
    asker: z.object({ givenName: z.string(), familyName: z.string().nullable(), phone: z.string().nullable() }),
    address: z.string().nullable(),
    helpers: z.array(z.object({ acceptanceId: identifierSchema, givenName: z.string(), phone: z.string().nullable() })),
  })
  .meta({ id: 'ContactDetails' });
export type ContactDetails = z.infer<typeof contactDetailsSchema>;

export const viewContactDetails = defineOperation({
  id: 'viewContactDetails',
  method: 'post',
  path: '/v1/help-requests/{id}/contact-views',
  tag: 'Safety',
  summary: 'See family name, telephone and address of a request you look after; written down, and told to who asks',
  access: 'organiser',
  params: idParams,
  body: z.object({ reason: viewReasonSchema.optional().describe('Left out: 400 reason-required') }),
  success: { status: 201, description: 'The details; this view is in the audit trail', body: contactDetailsSchema },
  problems: ['not-found', 'reason-required'],
});

export const viewedDetails = ['family-name', 'phone', 'address'] as const;

export const detailViewSchema = z
  .object({
    id: identifierSchema,
    at: instantSchema,
    by: z.object({
      givenName: z.string().nullable().describe('Null when the account is gone'),
      organisation: z.string().nullable(),
    }),
    reason: viewReasonSchema,
    shown: z.array(z.enum(viewedDetails)),
  })
  .meta({ id: 'DetailView' });
export type DetailView = z.infer<typeof detailViewSchema>;

export const listViewsOfMe = defineOperation({
  id: 'listViewsOfMe',
  method: 'get',
  path: '/v1/me/detail-views',
  tag: 'Safety',
  summary: 'Who looked at your personal details, when and why',
  access: 'signed-in',
  success: {
    status: 200,
    description: 'The last 200, newest first',
    body: z.object({ views: z.array(detailViewSchema) }),
  },
  problems: [],
});
