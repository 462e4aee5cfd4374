import { z } from 'zod';
import { defineOperation } from './operation.js';
import { municipalityParams } from './participation.js';
import { idParams, identifierSchema, instantSchema, neighbourhoodCodeSchema, textBlock } from './primitives.js';

const tag = 'Activation';

/** Groups of willing people that a coordinator can write to. */
export const segmentSchema = z
  .enum(['never-asked', 'asked-and-silent', 'helped-once', 'resting'])
  .meta({ id: 'WillingSegment' });
export type WillingSegment = z.infer<typeof segmentSchema>;

const peopleSchema = z
  .int()
  .nullable()
  .describe('How many people; null for 1 to 9, because then somebody might be recognised');

const invitableSegmentSchema = z.object({
  segment: segmentSchema,
  rules: z.array(z.string()).describe('Who is in it, in plain Dutch, made from the rules themselves'),
  people: peopleSchema,
  heldOut: z.int().nullable().describe('How many get no letter, so that its effect can be seen; null when nobody'),
  running: z.boolean().describe('A campaign for this group is under way, so none can be started'),
});

const effectSchema = z.object({
  verdict: z.enum(['more', 'less', 'unclear', 'too-few']),
  difference: z.number().describe('Share that helped among the invited, less that among the held out'),
  from: z.number().describe('Lower end of the 95% interval of the difference'),
  until: z.number(),
});

export const campaignSchema = z
  .object({
    id: identifierSchema,
    segment: segmentSchema,
    startedAt: instantSchema,
    startedBy: z.string().nullable().describe('Given name; null when that person is gone'),
    phase: z.enum(['inviting', 'measuring', 'stopped', 'finished']),
    stoppedForHarm: z.boolean().describe('Letters stopped because too many readers wanted none any more or left'),
    unwelcome: z
      .int()
      .nullable()
      .describe('Readers who wanted no letters any more or left; null below 10, none included'),
    invited: peopleSchema.describe('Drawn to get a letter; null for 1 to 9'),
    written: peopleSchema.describe('Letters that left; null for 1 to 9'),
    heldOut: peopleSchema,
    measuredAt: instantSchema.describe('The one moment at which the outcome is looked at'),
    result: z
      .object({ invitedHelped: peopleSchema, heldOutHelped: peopleSchema, effect: effectSchema.nullable() })
      .nullable()
      .describe('Null until the outcome was looked at'),
  })
  .meta({ id: 'Campaign' });
export type CampaignView = z.infer<typeof campaignSchema>;

const roundedPeopleSchema = z.int().nullable().describe('Rounded to 5; null below 10, none included');

const campaignResultSchema = z
  .object({
    association: z.string().describe('Name of the organisation'),
    segment: segmentSchema,
    startedAt: instantSchema,
    measuredAt: instantSchema,
    invited: roundedPeopleSchema,
    heldOut: roundedPeopleSchema,
    result: z
      .object({
        invitedHelped: roundedPeopleSchema,
        heldOutHelped: roundedPeopleSchema,
        verdict: effectSchema.shape.verdict,
        effect: effectSchema
          .omit({ verdict: true })
          .nullable()
          .describe('In steps of 0.05; null when a number below 10 could be reckoned from it'),
      })
      .nullable()
      .describe('Null until the outcome was looked at'),
  })
  .meta({ id: 'CampaignResult' });
export type CampaignResult = z.infer<typeof campaignResultSchema>;

export const listCampaignResults = defineOperation({
  id: 'listCampaignResults',
  method: 'get',
  path: '/v1/municipalities/{id}/campaigns',
  tag,
  summary: 'What the campaigns of all organisations did, for who follows the municipality: no number below 10',
  access: 'monitor',
  params: municipalityParams,
  success: {
    status: 200,
    description: 'Newest first; at most 200',
    body: z.object({ campaigns: z.array(campaignResultSchema) }),
  },
  problems: ['not-found', 'not-allowed'],
});

const activationSchema = z
  .object({
    associationId: identifierSchema,
    segments: z.array(invitableSegmentSchema),
    never: z.array(z.string()).describe('Whom nobody writes to, in plain Dutch'),
    plan: z.object({
      lettersADay: z.int(),
      sendingDays: z.int(),
      measuredAfterDays: z.int(),
      smallestMeasured: z.int(),
      harm: z
        .object({ atLeast: z.int(), share: z.number() })
        .describe('So many readers at least, and more than this share'),
    }),
    campaigns: z.array(campaignSchema).describe('Newest first'),
  })
  .meta({ id: 'Activation' });
export type ActivationView = z.infer<typeof activationSchema>;

export const getActivation = defineOperation({
  id: 'getActivation',
  method: 'get',
  path: '/v1/associations/{id}/activation',
  tag,
  summary: 'The willing of an organisation in groups, with the rules, and its campaigns with their measured effect',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'Groups and campaigns', body: activationSchema },
  problems: ['not-found'],
});

const invitationBody = z.object({
  segment: segmentSchema,
  words: textBlock(400).describe('The own words of the coordinator; may be empty'),
});

export const previewInvitation = defineOperation({
  id: 'previewInvitation',
  method: 'post',
  path: '/v1/associations/{id}/invitation-previews',
  tag,
  summary: 'The letter as somebody in the group would get it, and what in the own words has to change first',
  access: 'organiser',
  params: idParams,
  body: invitationBody,
  success: {
    status: 200,
    description: 'The letter',
    body: z
      .object({
        subject: z.string(),
        text: z.string(),
        faults: z.array(z.string()).describe('What has to go from the own words, in plain Dutch'),
      })
      .meta({ id: 'InvitationPreview' }),
  },
  problems: ['not-found'],
});

export const startCampaign = defineOperation({
  id: 'startCampaign',
  method: 'post',
  path: '/v1/associations/{id}/campaigns',
  tag,
  summary: 'Write to a group; who gets no letter is drawn by chance and stored before the first one leaves',
  access: 'organiser',
  params: idParams,
  body: invitationBody,
  success: { status: 201, description: 'The campaign', body: campaignSchema },
  problems: ['not-found', 'campaign-not-possible'],
});

export const stopCampaign = defineOperation({
  id: 'stopCampaign',
  method: 'put',
  path: '/v1/campaigns/{id}/stop',
  tag,
  summary: 'Send no more letters; who got one keeps it, and the outcome is looked at as it was planned',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The campaign', body: campaignSchema },
  problems: ['not-found'],
});

export const makeStreetCards = defineOperation({
  id: 'makeStreetCards',
  method: 'post',
  path: '/v1/associations/{id}/street-cards',
  tag,
  summary: 'Cards for letterboxes in a neighbourhood, with a code to scan that says only which neighbourhood it is',
  access: 'organiser',
  params: idParams,
  body: z.object({ neighbourhoodCode: neighbourhoodCodeSchema }),
  success: {
    status: 200,
    description: 'A sheet of A4 with eight cards',
    body: z.object({ pdf: z.string().describe('The PDF, in base64') }).meta({ id: 'StreetCards' }),
  },
  problems: ['not-found'],
});

const choiceSchema = z
  .object({ invitations: z.boolean().describe('Whether coordinators may write to you about helping') })
  .meta({ id: 'InvitationChoice' });

export const getInvitationChoice = defineOperation({
  id: 'getInvitationChoice',
  method: 'get',
  path: '/v1/me/invitation-choice',
  tag,
  summary: 'Whether you want invitations',
  access: 'signed-in',
  success: { status: 200, description: 'Your choice', body: choiceSchema },
  problems: ['not-found'],
});

export const putInvitationChoice = defineOperation({
  id: 'putInvitationChoice',
  method: 'put',
  path: '/v1/me/invitation-choice',
  tag,
  summary: 'Choose whether you want invitations; asks of neighbours go on as they were',
  access: 'signed-in',
  body: choiceSchema,
  success: { status: 200, description: 'Your choice', body: choiceSchema },
  problems: ['not-found'],
});
