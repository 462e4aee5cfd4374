import { z } from 'zod';
import { defineOperation } from './operation.js';
import { emailSchema, idParams, identifierSchema, instantSchema } from './primitives.js';

const tag = 'Members';

/** Roles that one organiser gives another. */
const organiserRoleSchema = z.enum(['coordinator', 'desk', 'monitor', 'administrator']);

export const memberSchema = z
  .object({
    id: identifierSchema,
    personId: identifierSchema,
    givenName: z.string().nullable(),
    email: z.string().nullable().describe('Where the invitation went'),
    role: organiserRoleSchema,
    associationId: identifierSchema.nullable().describe('Null for a role in the whole municipality'),
    mayChangeSettings: z.boolean(),
    isContact: z.boolean(),
    hasSignedIn: z.boolean(),
    since: instantSchema,
    isSelf: z.boolean(),
  })
  .meta({ id: 'Member' });
export type MemberView = z.infer<typeof memberSchema>;

const membersBody = z.object({ members: z.array(memberSchema) });

export const listMembers = defineOperation({
  id: 'listMembers',
  method: 'get',
  path: '/v1/members',
  tag,
  summary: 'Who works where, for those who may change that; all of the municipality for its administrators',
  access: 'organiser',
  success: { status: 200, description: 'Longest there first', body: membersBody },
  problems: [],
});

export const addMember = defineOperation({
  id: 'addMember',
  method: 'post',
  path: '/v1/members',
  tag,
  summary: 'Give somebody a role, by e-mail address; an invitation to sign in is sent',
  access: 'organiser',
  body: z
    .object({
      email: emailSchema,
      role: organiserRoleSchema,
      associationId: identifierSchema.nullable(),
      mayChangeSettings: z.boolean().default(false),
    })
    .refine(({ role, associationId }) => (role === 'coordinator' || role === 'desk') === (associationId !== null), {
      path: ['associationId'],
      message: 'A coordinator or desk worker belongs to one organisation, other roles to none',
    }),
  success: { status: 201, description: 'The member', body: memberSchema },
  problems: ['not-found', 'not-allowed'],
});

export const changeMember = defineOperation({
  id: 'changeMember',
  method: 'put',
  path: '/v1/members/{id}',
  tag,
  summary: 'Let a member change the settings or not, or give another role; where they are signed in they sign in anew',
  access: 'organiser',
  params: idParams,
  body: z.object({
    mayChangeSettings: z.boolean(),
    role: organiserRoleSchema
      .optional()
      .describe('Of the same organisation, or of the municipality; left out: as it is'),
  }),
  success: { status: 200, description: 'The member', body: memberSchema },
  problems: ['not-found', 'not-allowed', 'still-responsible'],
});

export const removeMember = defineOperation({
  id: 'removeMember',
  method: 'delete',
  path: '/v1/members/{id}',
  tag,
  summary: 'Take away a role, at once and everywhere; the last one of an organisation cannot go',
  access: 'organiser',
  params: idParams,
  success: { status: 204, description: 'Gone' },
  problems: ['not-found', 'not-allowed', 'still-responsible'],
});
