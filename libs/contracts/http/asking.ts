import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

const tag = 'Asking';

/** How dearly a newcomer's first help is wanted, against fewer asks. */
const presetSchema = z.enum(['lean', 'balanced', 'active']);
/** How large the waves are. */
const tempoSchema = z.enum(['standard', 'calm']);

export const policyChoiceSchema = z.object({ preset: presetSchema, tempo: tempoSchema }).meta({ id: 'PolicyChoice' });
export type PolicyChoice = z.infer<typeof policyChoiceSchema>;

/** Which numbers stand behind the names; what a generation means never changes. */
const generationSchema = z.enum(['pace-1', 'pace-2', 'pace-3']);

const namedPolicySchema = policyChoiceSchema.extend({ generation: generationSchema }).meta({ id: 'NamedPolicy' });
export type NamedPolicy = z.infer<typeof namedPolicySchema>;

/** What an organisation chooses of its own: which generation it is asked with is no choice, only what is tried may differ. */
const policyToKeepSchema = z.object({
  policy: policyChoiceSchema,
  shadow: policyChoiceSchema
    .extend({ generation: generationSchema.optional().describe('The present one, unless another is given') })
    .nullable(),
});
export type PolicyToKeep = z.infer<typeof policyToKeepSchema>;

export const askedWaveSchema = z
  .object({
    /** Rounded down to a quarter of an hour, so that it tells nothing about who answered when. */
    askedAt: instantSchema,
    why: z.array(z.string()).describe('Why this many, in plain Dutch'),
    people: z.array(
      z.object({
        givenName: z.string().nullable().describe('Null for somebody from outside the area of the organisation'),
        why: z.array(z.string()).describe('Why this person, in plain Dutch'),
      }),
    ),
  })
  .meta({ id: 'AskedWave' });
export type AskedWave = z.infer<typeof askedWaveSchema>;

export const listRequestAsks = defineOperation({
  id: 'listRequestAsks',
  method: 'get',
  path: '/v1/help-requests/{id}/asks',
  tag,
  summary: 'Who was asked about a request, when and why, for its organisation; never who answered what',
  access: 'organiser',
  params: idParams,
  success: {
    status: 200,
    description: 'The waves, oldest first',
    body: z.object({ waves: z.array(askedWaveSchema) }),
  },
  problems: ['not-found'],
});

const reliabilityBinSchema = z.object({
  from: z.number(),
  until: z.number(),
  asks: z.int(),
  expected: z.number().describe('Mean chance of a yes as it was believed when asking'),
  observed: z.number().nullable().describe('Share that said yes; null for a group too small to tell'),
  likelyFrom: z.number().nullable(),
  likelyUntil: z.number().nullable(),
});

export const askingPolicySchema = z
  .object({
    associationId: identifierSchema,
    policy: namedPolicySchema,
    shadow: namedPolicySchema.nullable().describe('Tried beside the own policy; nobody is asked because of it'),
    generationBefore: generationSchema.describe('What organisations had before, to try beside what they have now'),
    changes: z.array(
      z.object({
        at: instantSchema,
        by: z.string().nullable().describe('Null when everybody got another generation, with an update of the service'),
        from: namedPolicySchema,
        to: namedPolicySchema,
        fromShadow: namedPolicySchema.nullable(),
        toShadow: namedPolicySchema.nullable(),
      }),
    ),
    comparison: z
      .object({
        waves: z.int(),
        asked: z.number().describe('Mean number of people a wave asked'),
        askedInShadow: z.number(),
        samePeople: z.number().nullable().describe('Share of the people asked whom the shadow would have asked too'),
        newcomers: z.number().nullable().describe('Share of the people asked who had never helped'),
        newcomersInShadow: z.number().nullable(),
      })
      .nullable()
      .describe('Over the last 30 days'),
    reliability: z.object({
      answers: z.int().describe('Asks of the last 180 days in the whole municipality that were learned from'),
      error: z
        .number()
        .nullable()
        .describe('How far the share of yeses lies from what was believed, on average; null for too few answers'),
      verdict: z
        .enum(['holds', 'likelier', 'less-likely', 'off', 'unknown'])
        .describe(
          'Whether the chances hold: of late people said yes more or less often than believed, or by and large',
        ),
      since: instantSchema.nullable().describe('Since when people say yes more or less often than believed'),
      bins: z.array(reliabilityBinSchema),
    }),
    shortOfHelp: z.array(z.string()).describe('Own neighbourhoods in which less help is found than elsewhere'),
  })
  .meta({ id: 'AskingPolicy' });
export type AskingPolicyView = z.infer<typeof askingPolicySchema>;

export const getAskingPolicy = defineOperation({
  id: 'getAskingPolicy',
  method: 'get',
  path: '/v1/associations/{id}/asking-policy',
  tag,
  summary: 'How an organisation has neighbours asked, who changed that, and how well the chances are estimated',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The policy', body: askingPolicySchema },
  problems: ['not-found'],
});

export const putAskingPolicy = defineOperation({
  id: 'putAskingPolicy',
  method: 'put',
  path: '/v1/associations/{id}/asking-policy',
  tag,
  summary: 'Choose how neighbours are asked, and which policy is tried in the shadow; who changed it is kept',
  access: 'organiser',
  params: idParams,
  body: policyToKeepSchema,
  success: { status: 200, description: 'The policy as it is now', body: askingPolicySchema },
  problems: ['not-found'],
});
