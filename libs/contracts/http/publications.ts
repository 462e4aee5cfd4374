import { z } from 'zod';
import { defineOperation } from './operation.js';
import { municipalityParams, quarterSchema } from './participation.js';
import { instantSchema, lineOfText } from './primitives.js';

const tag = 'Publications';

const publishedTableSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    definitions: z.array(z.object({ name: z.string(), definition: z.string() })),
    columns: z.array(z.object({ code: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        values: z.array(z.int().nullable()).describe('One for each column; null for a count that is held back'),
      }),
    ),
  })
  .meta({ id: 'PublishedTable' });
export type PublishedTable = z.infer<typeof publishedTableSchema>;

export const publicationSchema = z
  .object({
    municipality: z.object({ code: z.string(), name: z.string() }),
    quarter: quarterSchema,
    version: z.int(),
    publishedAt: instantSchema,
    reason: z.string().nullable().describe('Why there is another version than the first'),
    source: z.string(),
    rules: z.string().describe('How small counts are kept from being known'),
    tables: z.array(publishedTableSchema),
  })
  .meta({ id: 'Publication' });
export type PublicationDocument = z.infer<typeof publicationSchema>;

const publicationSummarySchema = z
  .object({
    quarter: quarterSchema,
    version: z.int(),
    publishedAt: instantSchema,
    reason: z.string().nullable(),
  })
  .meta({ id: 'PublicationSummary' });
export type PublicationSummary = z.infer<typeof publicationSummarySchema>;

export const listPublications = defineOperation({
  id: 'listPublications',
  method: 'get',
  path: '/v1/municipalities/{id}/publications',
  tag,
  summary: 'What was published of participation, every version of it, newest first',
  access: 'public',
  params: municipalityParams,
  success: {
    status: 200,
    description: 'The publications',
    body: z.object({ publications: z.array(publicationSummarySchema) }),
  },
  problems: ['not-found'],
});

export const getPublication = defineOperation({
  id: 'getPublication',
  method: 'get',
  path: '/v1/municipalities/{id}/publication',
  tag,
  summary: 'One publication whole: of a quarter, else of the last one; its newest version, unless another is asked for',
  access: 'public',
  params: municipalityParams,
  query: z.object({ quarter: quarterSchema.optional(), version: z.coerce.number().int().min(1).optional() }),
  success: { status: 200, description: 'The publication', body: publicationSchema },
  problems: ['not-found'],
});

const previewSchema = z
  .object({
    publication: publicationSchema,
    shown: z.int().describe('Counts that would be shown'),
    tooFew: z.int().describe('Counts held back because they are below ten, or of fewer than ten people'),
    beside: z.int().describe('Counts held back because others could be found with them'),
  })
  .meta({ id: 'PublicationPreview' });
export type PublicationPreview = z.infer<typeof previewSchema>;

export const previewPublication = defineOperation({
  id: 'previewPublication',
  method: 'post',
  path: '/v1/municipalities/{id}/publication-previews',
  tag,
  summary:
    'What publishing a quarter would show now, and how much of it would be held back and why; nothing is published',
  access: 'monitor',
  params: municipalityParams,
  body: z.object({ quarter: quarterSchema }),
  success: {
    status: 200,
    description: 'The publication as it would be',
    body: previewSchema,
  },
  problems: ['not-found', 'not-publishable'],
});

export const publishQuarter = defineOperation({
  id: 'publishQuarter',
  method: 'post',
  path: '/v1/municipalities/{id}/publications',
  tag,
  summary: 'Publish a quarter that is over, for good; the last one published can be corrected, with a reason',
  access: 'monitor',
  params: municipalityParams,
  body: z.object({ quarter: quarterSchema, reason: lineOfText(300).optional() }),
  success: { status: 201, description: 'Published', body: publicationSummarySchema },
  problems: ['not-found', 'reason-required', 'not-publishable'],
});
