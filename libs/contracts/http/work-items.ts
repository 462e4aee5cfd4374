import { z } from 'zod';
import { defineOperation } from './operation.js';
import { identifierSchema, idParams, ifMatchHeaders, instantSchema } from './primitives.js';
import { reportKindSchema, sanctionKindSchema } from './reports.js';
import { categorySchema, requestStatusSchema, urgencySchema } from './vocabulary.js';

const tag = 'Work list';

/**
 * What waits for an organiser: questions to the desk, requests to look at before neighbours are asked, requests nobody took, a yes that an organiser
 * says for who has no e-mail, and any yes that stays without a word, matches of somebody
 * for the first time, places to come along to, reports, appeals, sanctions that may end, certificates of conduct that end,
 * words of thanks for the wall, gatherings of which nobody noted how many came, new neighbours, and what runs by itself.
 */
export const workKinds = [
  'unfilled',
  'review',
  'question',
  'to-confirm',
  'first-match',
  'accompany',
  'report',
  'appeal',
  'sanction',
  'vog',
  'thanks',
  'gathering',
  'welcome',
  'running',
] as const;
export const workKindSchema = z.enum(workKinds).meta({ id: 'WorkKind' });
export type WorkKind = z.infer<typeof workKindSchema>;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Kind, organisation and subject: an item is read from where the work is, and has no row of its own. */
export const workItemIdSchema = z
  .string()
  .regex(new RegExp(`^(${workKinds.join('|')})\\.(${uuid})\\.(${uuid})$`), 'Not a work item of ours')
  .meta({ id: 'WorkItemId' });

const colleagueSchema = z
  .object({
    personId: identifierSchema,
    givenName: z.string(),
    away: z
      .object({ from: instantSchema, until: instantSchema, deputyId: identifierSchema })
      .nullable()
      .describe('Away now or later, and who stands in'),
  })
  .meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof colleagueSchema>;

export const workItemSchema = z
  .object({
    id: workItemIdSchema,
    kind: workKindSchema,
    organisationId: identifierSchema,
    subjectId: identifierSchema,
    version: z.int().describe('For If-Match when it is assigned or done'),
    since: instantSchema,
    dueAt: instantSchema.describe('Do it before this; sorted by it'),
    helpRequestId: identifierSchema.nullable(),
    request: z
      .object({
        category: categorySchema,
        urgency: urgencySchema,
        status: requestStatusSchema,
        window: z.object({ from: instantSchema, until: instantSchema }),
        escalationLevel: z.int().min(0).max(2),
        helperNames: z.array(z.string()),
      })
      .nullable()
      .describe('Null for what is about a person'),
    reportKind: reportKindSchema.nullable(),
    sanctionKind: sanctionKindSchema.nullable(),
    givenName: z.string().describe('First name of who needs the help, or of whom it is about'),
    neighbourhoodName: z.string().describe('Empty for what has no place'),
    assignee: z.object({ personId: identifierSchema, givenName: z.string() }).nullable(),
    yours: z.enum(['assigned', 'deputy', 'no']).describe('"deputy": it is of somebody you stand in for now'),
    flagged: z.boolean().describe('Something in the words of a request to review is worth a look'),
    bulk: z.boolean().describe('May be let through together with others'),
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof workItemSchema>;

export const listWorkItems = defineOperation({
  id: 'listWorkItems',
  method: 'get',
  path: '/v1/work-items',
  tag,
  summary: 'What waits for your organisations, the most urgent first',
  access: 'organiser',
  success: {
    status: 200,
    description: 'At most 200 items of each kind',
    body: z.object({
      items: z.array(workItemSchema),
      organisations: z.array(
        z
          .object({
            id: identifierSchema,
            kind: z.enum(['association', 'desk']),
            name: z.string(),
            colleagues: z.array(colleagueSchema),
          })
          .meta({ id: 'WorkOrganisation' }),
      ),
    }),
  },
  problems: ['not-allowed'],
});

const itemParams = z.object({ id: workItemIdSchema });

export const assignWorkItem = defineOperation({
  id: 'assignWorkItem',
  method: 'put',
  path: '/v1/work-items/{id}/assignee',
  tag,
  summary: 'Take an item, hand it to a colleague of the same organisation, or let it go',
  access: 'organiser',
  params: itemParams,
  headers: ifMatchHeaders,
  body: z.object({ personId: identifierSchema.nullable() }),
  success: { status: 200, description: 'The item after the change', body: workItemSchema },
  problems: ['not-found', 'if-match-required', 'stale-version'],
});

export const finishWorkItem = defineOperation({
  id: 'finishWorkItem',
  method: 'put',
  path: '/v1/work-items/{id}/done',
  tag,
  summary: 'Looked at, welcomed or gone along; requests, reports and appeals are done by what is done with them',
  access: 'organiser',
  params: itemParams,
  headers: ifMatchHeaders,
  success: { status: 204, description: 'Off the list' },
  problems: ['not-found', 'if-match-required', 'stale-version', 'not-open'],
});

export const reopenWorkItem = defineOperation({
  id: 'reopenWorkItem',
  method: 'delete',
  path: '/v1/work-items/{id}/done',
  tag,
  summary: 'Undo: the item stands on the list again',
  access: 'organiser',
  params: itemParams,
  success: { status: 200, description: 'The item', body: workItemSchema },
  problems: ['not-found'],
});

export const approveTogether = defineOperation({
  id: 'approveTogether',
  method: 'post',
  path: '/v1/bulk-approvals',
  tag,
  summary: 'Let requests through together. Only those of askers who were helped before; the others need a look each.',
  access: 'organiser',
  body: z.object({ helpRequestIds: z.array(identifierSchema).min(1).max(50) }),
  success: {
    status: 200,
    description: 'What became of each',
    body: z.object({
      approved: z.array(identifierSchema),
      refused: z.array(
        z.object({ id: identifierSchema, code: z.enum(['not-found', 'not-open', 'needs-a-look', 'not-allowed']) }),
      ),
    }),
  },
  problems: [],
});

export const putAbsence = defineOperation({
  id: 'putAbsence',
  method: 'put',
  path: '/v1/associations/{id}/absence',
  tag,
  summary: 'You, or a colleague who cannot say so, are away: somebody of the same organisation stands in',
  access: 'organiser',
  params: idParams,
  body: z
    .object({
      personId: identifierSchema.optional().describe('Yourself unless told otherwise'),
      deputyId: identifierSchema,
      from: instantSchema,
      until: instantSchema,
    })
    .refine(({ from, until }) => Date.parse(until) > Date.parse(from), {
      path: ['until'],
      message: 'The end must be later than the start',
    })
    .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= 92 * 24 * 3_600_000, {
      path: ['until'],
      message: 'Choose at most three months',
    }),
  success: { status: 204, description: 'The deputy is called in from then on' },
  problems: ['not-found'],
});

export const endAbsence = defineOperation({
  id: 'endAbsence',
  method: 'delete',
  path: '/v1/associations/{id}/absence',
  tag,
  summary: 'You are back',
  access: 'organiser',
  params: idParams,
  success: { status: 204, description: 'You are called in again' },
  problems: ['not-found'],
});

export const workMailSchema = z.object({ wanted: z.boolean() });

export const getWorkMail = defineOperation({
  id: 'getWorkMail',
  method: 'get',
  path: '/v1/me/work-mail',
  tag,
  summary: 'Whether you get a mail a day with how much waits',
  access: 'organiser',
  success: { status: 200, description: 'Whether', body: workMailSchema },
  problems: [],
});

export const putWorkMail = defineOperation({
  id: 'putWorkMail',
  method: 'put',
  path: '/v1/me/work-mail',
  tag,
  summary: 'Get a mail a day with how much waits, or get none',
  access: 'organiser',
  body: workMailSchema,
  success: { status: 200, description: 'As it is from now on', body: workMailSchema },
  problems: [],
});
