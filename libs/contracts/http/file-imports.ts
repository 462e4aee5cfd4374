import { z } from 'zod';
import { importPartBytes, largestImportBytes } from './import-limits.js';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

const tag = 'Imports';

const importKinds = ['neighbourhoods', 'members'] as const;

const faultSchema = z
  .object({
    line: z.int().nullable().describe('Line of the file; null where it is about the whole file'),
    place: z.string().nullable().describe('The column'),
    problem: z.string(),
  })
  .meta({ id: 'ImportProblem' });

const placeSchema = z.object({ code: z.string(), name: z.string() });

const membersOutcomeSchema = z.object({
  kind: z.literal('members'),
  rows: z.int(),
  invited: z.int().describe('Who gets an invitation'),
  known: z.int().describe('Who is known already: nothing changes about them'),
  wrong: z.int(),
});
const neighbourhoodsOutcomeSchema = z.object({
  kind: z.literal('neighbourhoods'),
  added: z.array(placeSchema),
  changed: z.array(placeSchema),
  unchanged: z.int(),
  replaced: z.array(z.object({ from: z.string(), to: placeSchema })),
  notes: z.array(z.string()).describe('What was repaired or left out'),
});
const importOutcomeSchema = z.discriminatedUnion('kind', [membersOutcomeSchema, neighbourhoodsOutcomeSchema]);
export type ImportOutcome = z.output<typeof importOutcomeSchema>;

export const fileImportSchema = z
  .object({
    id: identifierSchema,
    kind: z.enum(importKinds),
    associationId: identifierSchema.nullable(),
    status: z
      .enum(['receiving', 'checking', 'waiting', 'taking', 'taken', 'refused', 'cancelled', 'expired'])
      .describe('`waiting`: checked, somebody has to decide'),
    bytes: z.int(),
    receivedBytes: z.int(),
    sha256: z.string(),
    rowsDone: z.int().describe('Rows looked at so far, while it is checked or taken over'),
    isSilent: z.boolean().describe('Work on it stopped for a while; it is taken up again by itself'),
    outcome: importOutcomeSchema.nullable().describe('What would change; once taken over, what did'),
    faultCount: z.int(),
    faults: z.array(faultSchema).describe('The first of them; the report holds all'),
    onlyGoodRows: z.boolean(),
    createdAt: instantSchema,
    expiresAt: instantSchema.describe('The file is gone at the latest then'),
  })
  .meta({ id: 'FileImport' });
export type FileImportView = z.output<typeof fileImportSchema>;

const problems = ['not-found', 'not-allowed'] as const;
const answer = (description: string) => ({ status: 200, description, body: fileImportSchema }) as const;

export const listImports = defineOperation({
  id: 'listImports',
  method: 'get',
  path: '/v1/imports',
  tag,
  summary: 'Files that were sent to be taken over in the last month. For administrators of the municipality.',
  access: 'organiser',
  success: {
    status: 200,
    description: 'The newest first',
    body: z.object({ imports: z.array(fileImportSchema) }),
  },
  problems: ['not-allowed'],
});

export const startImport = defineOperation({
  id: 'startImport',
  method: 'post',
  path: '/v1/imports',
  tag,
  summary: 'Begin sending a file: CBS GeoJSON of neighbourhoods, or CSV of members. One of a kind at a time.',
  access: 'organiser',
  body: z
    .object({
      kind: z.enum(importKinds),
      associationId: identifierSchema
        .nullable()
        .describe('Who invites the members; null: whoever looks after the neighbourhood of each row'),
      bytes: z.int().min(1, 'The file is empty').max(largestImportBytes, 'The file is larger than 32 MB'),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Give the SHA-256 of the file in hexadecimal'),
    })
    .refine(({ kind, associationId }) => kind === 'members' || associationId === null, {
      path: ['associationId'],
      message: 'Neighbourhoods belong to the municipality',
    }),
  success: { status: 201, description: 'Ready to receive', body: fileImportSchema },
  problems: ['not-allowed', 'import-unfinished'],
});

export const getImport = defineOperation({
  id: 'getImport',
  method: 'get',
  path: '/v1/imports/{id}',
  tag,
  summary: 'How far a file is, what would change and what is wrong',
  access: 'organiser',
  params: idParams,
  success: answer('The file'),
  problems,
});

export const sendImportPart = defineOperation({
  id: 'sendImportPart',
  method: 'post',
  path: '/v1/imports/{id}/parts',
  tag,
  summary: 'Send the next bytes; a part that is there already changes nothing. After the last one checking begins.',
  access: 'organiser',
  params: idParams,
  body: z.object({
    startsAt: z.int().min(0),
    content: z
      .base64('Give the bytes in base64')
      .min(4)
      .max(Math.ceil(importPartBytes / 3) * 4, 'At most 128 KiB'),
  }),
  success: answer('How far it is now'),
  problems: [...problems, 'import-moved-on'],
});

export const decideImport = defineOperation({
  id: 'decideImport',
  method: 'put',
  path: '/v1/imports/{id}/decision',
  tag,
  summary: 'Take everything over, or leave out the rows with a fault',
  access: 'organiser',
  params: idParams,
  body: z.object({ rows: z.enum(['all', 'good-rows']) }),
  success: answer('It is being taken over'),
  problems: [...problems, 'import-moved-on'],
});

export const cancelImport = defineOperation({
  id: 'cancelImport',
  method: 'put',
  path: '/v1/imports/{id}/cancellation',
  tag,
  summary: 'Stop, at any moment before it was taken over: nothing changes and the file is gone',
  access: 'organiser',
  params: idParams,
  success: answer('It is over'),
  problems: [...problems, 'import-moved-on'],
});

export const getImportReport = defineOperation({
  id: 'getImportReport',
  method: 'get',
  path: '/v1/imports/{id}/report',
  tag,
  summary: 'What is wrong, row by row, as CSV; the words of a row are not in it',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The report', body: z.object({ csv: z.string() }) },
  problems,
});
