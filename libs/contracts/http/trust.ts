import { z } from 'zod';
import { defineOperation } from './operation.js';
import { identifierSchema, idParams, instantSchema } from './primitives.js';
import { trustLevelSchema } from './vocabulary.js';

const tag = 'Trust';

const daySchema = z.iso.date('Give a day, for example 2026-11-24').meta({ id: 'Day' });

export const vouchSheetSchema = z
  .object({
    id: identifierSchema,
    organisationId: identifierSchema,
    organisationName: z.string(),
    issuedBy: z.string().nullable().describe('First name; null when the account is gone'),
    issuedAt: instantSchema,
    expiresAt: instantSchema,
    codes: z.int(),
    used: z.int(),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'VouchSheet' });
export type VouchSheet = z.infer<typeof vouchSheetSchema>;

export const issueVouchSheet = defineOperation({
  id: 'issueVouchSheet',
  method: 'post',
  path: '/v1/associations/{id}/vouch-sheets',
  tag,
  summary: 'Make a sheet of single-use codes to give to people you meet. The codes are on this paper and nowhere else.',
  access: 'organiser',
  params: idParams,
  body: z.object({
    codes: z.int().min(1, 'At least 1 code').max(40, 'At most 40 codes').default(8),
    validDays: z.int().min(1, 'At least 1 day').max(180, 'At most 180 days').default(60),
  }),
  success: {
    status: 201,
    description: 'The sheet, as a PDF to print (base64); it cannot be had again',
    body: z.object({ sheet: vouchSheetSchema, pdf: z.string() }),
  },
  problems: ['not-found'],
});

export const listVouchSheets = defineOperation({
  id: 'listVouchSheets',
  method: 'get',
  path: '/v1/vouch-sheets',
  tag,
  summary: 'Sheets of your organisations, with how many codes were used',
  access: 'organiser',
  success: { status: 200, description: 'Newest first', body: z.object({ sheets: z.array(vouchSheetSchema) }) },
  problems: [],
});

export const revokeVouchSheet = defineOperation({
  id: 'revokeVouchSheet',
  method: 'delete',
  path: '/v1/vouch-sheets/{id}',
  tag,
  summary: 'Make the codes of a sheet that were not used worthless',
  access: 'organiser',
  params: idParams,
  success: { status: 204, description: 'No code of this sheet works any more' },
  problems: ['not-found'],
});

export const ownTrustSchema = z
  .object({
    level: trustLevelSchema,
    vouchings: z.array(z.object({ organisationName: z.string(), at: instantSchema })),
    vog: z
      .object({
        issuedOn: daySchema,
        expiresOn: daySchema,
        checkedBy: z.string().nullable(),
        organisationName: z.string(),
        checkedAt: instantSchema,
      })
      .nullable()
      .describe('That a certificate of conduct was seen; never the certificate itself'),
  })
  .meta({ id: 'OwnTrust' });
export type OwnTrust = z.infer<typeof ownTrustSchema>;

export const getOwnTrust = defineOperation({
  id: 'getOwnTrust',
  method: 'get',
  path: '/v1/me/trust',
  tag,
  summary: 'Who vouched for you, and until when your certificate of conduct counts',
  access: 'signed-in',
  success: { status: 200, description: 'What is known of you', body: ownTrustSchema },
  problems: [],
});

export const redeemVouchCode = defineOperation({
  id: 'redeemVouchCode',
  method: 'post',
  path: '/v1/vouchings',
  tag,
  summary: 'Use the code on the card that a coordinator gave you',
  access: 'signed-in',
  body: z.object({ code: z.string().trim().min(1, 'Type the code on the card').max(60, 'Use at most 60 characters') }),
  success: { status: 201, description: 'You are vouched for from now on', body: ownTrustSchema },
  problems: ['invalid-code', 'too-many-tries', 'profile-required', 'not-allowed'],
});

export const neighbourTrustSchema = z
  .object({
    personId: identifierSchema,
    name: z.string().describe('First name, and the first letter of the family name'),
    neighbourhoodName: z.string(),
    level: trustLevelSchema,
    vouchedAt: instantSchema.nullable().describe('By one of your organisations'),
    vog: z
      .object({
        id: identifierSchema.describe('Subject of the work item that says that it ends'),
        issuedOn: daySchema,
        expiresOn: daySchema,
        checkedBy: z.string().nullable(),
      })
      .nullable(),
    isYou: z.boolean().describe('Nobody notes a certificate of their own'),
  })
  .meta({ id: 'NeighbourTrust' });
export type NeighbourTrust = z.infer<typeof neighbourTrustSchema>;

export const listNeighbourTrust = defineOperation({
  id: 'listNeighbourTrust',
  method: 'get',
  path: '/v1/neighbour-trust',
  tag,
  summary: 'Neighbours of your organisations, with how well they are known',
  access: 'organiser',
  success: {
    status: 200,
    description: 'By name, at most 500',
    body: z.object({ neighbours: z.array(neighbourTrustSchema) }),
  },
  problems: [],
});

export const recordVog = defineOperation({
  id: 'recordVog',
  method: 'put',
  path: '/v1/neighbour-trust/{id}/vog',
  tag,
  summary: 'You saw the certificate of conduct of this neighbour. Note the day on it, and nothing else.',
  access: 'organiser',
  params: idParams,
  body: z.object({ issuedOn: daySchema }),
  success: { status: 200, description: 'The neighbour after the change', body: neighbourTrustSchema },
  problems: ['not-found', 'not-allowed'],
});

export const withdrawVog = defineOperation({
  id: 'withdrawVog',
  method: 'delete',
  path: '/v1/neighbour-trust/{id}/vog',
  tag,
  summary: 'The certificate of conduct counts no longer',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The neighbour after the change', body: neighbourTrustSchema },
  problems: ['not-found'],
});

export const withdrawVouching = defineOperation({
  id: 'withdrawVouching',
  method: 'delete',
  path: '/v1/neighbour-trust/{id}/vouching',
  tag,
  summary: 'Your organisations vouch for this neighbour no longer',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The neighbour after the change', body: neighbourTrustSchema },
  problems: ['not-found'],
});

export const accompanimentSchema = z
  .object({
    wanted: z.boolean(),
    doneAt: instantSchema.nullable().describe('When the coordinator came along'),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Accompaniment' });
export type Accompaniment = z.infer<typeof accompanimentSchema>;

export const getAccompaniment = defineOperation({
  id: 'getAccompaniment',
  method: 'get',
  path: '/v1/help-requests/{id}/accompaniment',
  tag,
  summary: 'Whether a coordinator comes along the first time; for the asker, the neighbour who comes and organisers',
  access: 'signed-in',
  params: idParams,
  success: { status: 200, description: 'Whether, and whether it is done', body: accompanimentSchema },
  problems: ['not-found'],
});

export const putAccompaniment = defineOperation({
  id: 'putAccompaniment',
  method: 'put',
  path: '/v1/help-requests/{id}/accompaniment',
  tag,
  summary: 'Ask that a coordinator comes along the first time, or that it is not needed any more',
  access: 'signed-in',
  params: idParams,
  body: z.object({ wanted: z.boolean() }),
  success: { status: 200, description: 'It stands on the work list once a neighbour comes', body: accompanimentSchema },
  problems: ['not-found', 'not-open'],
});
