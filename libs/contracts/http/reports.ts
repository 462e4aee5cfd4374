import { z } from 'zod';
import { encounterSchema } from './blocks.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, ifMatchHeaders, instantSchema, textBlock } from './primitives.js';

/** What people report; the last two are raised by the product itself. */
export const reportKinds = [
  'unsafe',
  'unkind',
  'money',
  'no-show',
  'privacy',
  'other',
  'often-cancels',
  'sees-many-addresses',
] as const;
export const raisedKinds = ['often-cancels', 'sees-many-addresses'] as const;
export const reportKindSchema = z.enum(reportKinds).meta({ id: 'ReportKind' });
export type ReportKind = z.infer<typeof reportKindSchema>;

export const sanctionKinds = ['warning', 'pause', 'no-helping', 'no-asking', 'removal'] as const;
export const sanctionKindSchema = z.enum(sanctionKinds).meta({ id: 'SanctionKind' });
export type SanctionKind = z.infer<typeof sanctionKindSchema>;

const words = textBlock(1_000).refine((text) => text.length >= 10, 'Say it in at least one sentence');

export const reportPerson = defineOperation({
  id: 'reportPerson',
  method: 'post',
  path: '/v1/reports',
  tag: 'Safety',
  summary: 'Tell the coordinator that something is not right with somebody you met',
  access: 'signed-in',
  body: z.object({
    met: encounterSchema,
    kind: reportKindSchema.exclude(raisedKinds),
    text: textBlock(1_000).optional(),
  }),
  success: {
    status: 201,
    description: 'The coordinator sees it; the other is not told',
    body: z.object({ id: identifierSchema, owner: z.object({ givenName: z.string(), phone: z.string() }) }),
  },
  problems: ['not-found'],
});

export const reportSchema = z
  .object({
    id: identifierSchema,
    version: z.int(),
    kind: reportKindSchema,
    createdAt: instantSchema,
    reporter: z.string().nullable().describe('First name; null when the product raised it or the account is gone'),
    subject: z.string().nullable().describe('First name; null when the account is gone'),
    text: z.string().nullable(),
    helpRequestId: identifierSchema.nullable(),
    earlierReports: z.int().describe('Other reports about the same person'),
    earlierSanctions: z.int(),
  })
  .meta({ id: 'Report' });
export type ReportView = z.infer<typeof reportSchema>;

export const listReports = defineOperation({
  id: 'listReports',
  method: 'get',
  path: '/v1/reports',
  tag: 'Safety',
  summary: 'Reports that wait for a decision of your organisation',
  access: 'organiser',
  success: { status: 200, description: 'Oldest first', body: z.object({ reports: z.array(reportSchema) }) },
  problems: [],
});

export const decideReport = defineOperation({
  id: 'decideReport',
  method: 'put',
  path: '/v1/reports/{id}/decision',
  tag: 'Safety',
  summary: 'Decide on a report: nothing, a warning, a pause, a restriction or a removal',
  access: 'organiser',
  params: idParams,
  headers: ifMatchHeaders,
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('nothing') }),
    z.object({
      outcome: sanctionKindSchema,
      explanation: words.describe('What the person is told'),
      until: instantSchema.optional().describe('When a pause or restriction ends; a pause always ends'),
    }),
  ]),
  success: { status: 204, description: 'Decided, written down, and told to the person' },
  problems: ['not-found', 'if-match-required', 'stale-version'],
});

export const sanctionSchema = z
  .object({
    id: identifierSchema,
    version: z.int(),
    kind: sanctionKindSchema,
    givenName: z.string().nullable(),
    explanation: z.string(),
    imposedAt: instantSchema,
    until: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    appeal: z
      .object({ status: z.enum(['open', 'upheld', 'granted']), text: z.string(), answer: z.string().nullable() })
      .nullable(),
    lifted: z.string().nullable().describe('Why it ended before its time'),
    mayLift: z.boolean(),
    mayDecideAppeal: z.boolean().describe('False for who imposed it: somebody else looks again'),
  })
  .meta({ id: 'Sanction' });
export type SanctionView = z.infer<typeof sanctionSchema>;

export const listSanctions = defineOperation({
  id: 'listSanctions',
  method: 'get',
  path: '/v1/sanctions',
  tag: 'Safety',
  summary: 'What you may not do for a while, or what your organisation decided',
  access: 'signed-in',
  query: z.object({ role: z.enum(['mine', 'organiser']) }),
  success: { status: 200, description: 'Newest first', body: z.object({ sanctions: z.array(sanctionSchema) }) },
  problems: ['not-allowed'],
});

export const appealSanction = defineOperation({
  id: 'appealSanction',
  method: 'put',
  path: '/v1/sanctions/{id}/appeal',
  tag: 'Safety',
  summary: 'Ask somebody else to look again; the desk may ask for who calls',
  access: 'signed-in',
  params: idParams,
  body: z.object({ text: words }),
  success: { status: 200, description: 'Another coordinator or the municipality looks again', body: sanctionSchema },
  problems: ['not-found', 'not-active-any-more'],
});

export const decideAppeal = defineOperation({
  id: 'decideAppeal',
  method: 'put',
  path: '/v1/sanctions/{id}/appeal-decision',
  tag: 'Safety',
  summary: 'Look again at what somebody else decided',
  access: 'organiser',
  params: idParams,
  headers: ifMatchHeaders,
  body: z.object({ decision: z.enum(['uphold', 'grant']), answer: words.describe('What the person is told') }),
  success: { status: 200, description: 'Decided, and told to the person', body: sanctionSchema },
  problems: ['not-found', 'not-allowed', 'not-active-any-more', 'if-match-required', 'stale-version'],
});

export const liftSanction = defineOperation({
  id: 'liftSanction',
  method: 'put',
  path: '/v1/sanctions/{id}/lifting',
  tag: 'Safety',
  summary: 'End what holds before its time, with a reason that the person is told',
  access: 'organiser',
  params: idParams,
  headers: ifMatchHeaders,
  body: z.object({ explanation: words.describe('What the person is told') }),
  success: { status: 204, description: 'It holds no longer, and the person is told' },
  problems: ['not-found', 'not-active-any-more', 'if-match-required', 'stale-version'],
});
