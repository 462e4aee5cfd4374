import { z } from 'zod';
import { defineOperation } from './operation.js';
import { familyNameSchema, givenNameSchema, identifierSchema, phoneSchema } from './primitives.js';
import { ageBandSchema, languageSchema, roleSchema } from './vocabulary.js';

export const membershipSchema = z
  .object({ role: roleSchema, associationId: identifierSchema.nullable(), associationName: z.string().nullable() })
  .meta({ id: 'Membership' });

/** Things a person may do now, so that a client needs no rules of its own. */
export const capabilitySchema = z.enum(['ask-help', 'help', 'coordinate', 'monitor', 'administer']);

export const meSchema = z
  .object({
    id: identifierSchema,
    email: z.string(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    phone: z.string().nullable(),
    language: languageSchema,
    ageBand: ageBandSchema.nullable(),
    memberships: z.array(membershipSchema),
    capabilities: z.array(capabilitySchema),
    passkeyRequired: z
      .boolean()
      .describe('You have a role that counts only after signing in with a passkey; until then it is left out here'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

export const getMe = defineOperation({
  id: 'getMe',
  method: 'get',
  path: '/v1/me',
  tag: 'People',
  summary: 'The signed-in person, with memberships and capabilities',
  access: 'signed-in',
  success: { status: 200, description: 'The person', body: meSchema },
  problems: [],
});

export const putMe = defineOperation({
  id: 'putMe',
  method: 'put',
  path: '/v1/me',
  tag: 'People',
  summary: 'Change your own name, telephone number, language and age band',
  access: 'signed-in',
  body: z.object({
    givenName: givenNameSchema,
    familyName: familyNameSchema.optional(),
    phone: phoneSchema.optional(),
    language: languageSchema.default('nl'),
    ageBand: ageBandSchema.optional(),
  }),
  success: { status: 200, description: 'The person after the change', body: meSchema },
  problems: [],
});
