import { z } from 'zod';
import { defineOperation } from './operation.js';
import { identifierSchema, neighbourhoodCodeSchema } from './primitives.js';
import { categorySchema, dayPartSchema, urgencySchema } from './vocabulary.js';

/** What anyone may see of a request: nothing that leads to a person. */
export const boardEntrySchema = z
  .object({
    id: identifierSchema,
    version: z.int(),
    category: categorySchema,
    urgency: urgencySchema,
    day: z.iso.date().describe('Local day the help is for'),
    dayPart: dayPartSchema,
    expectedMinutes: z.int(),
    cell: z.object({ code: z.string(), name: z.string() }),
    status: z.enum(['open', 'matched']),
  })
  .meta({ id: 'BoardEntry' });
export type BoardEntry = z.infer<typeof boardEntrySchema>;

export const getBoard = defineOperation({
  id: 'getBoard',
  method: 'get',
  path: '/v1/board',
  tag: 'Board',
  summary: 'The live board of one association. With `since`, only what changed after that sequence.',
  access: 'public',
  query: z
    .object({
      neighbourhoodCode: neighbourhoodCodeSchema.optional(),
      associationId: identifierSchema.optional(),
      since: z.coerce.number().int().min(0).optional(),
    })
    .refine((query) => (query.neighbourhoodCode === undefined) !== (query.associationId === undefined), {
      path: ['neighbourhoodCode'],
      message: 'Give either neighbourhoodCode or associationId',
    }),
  success: {
    status: 200,
    description: 'The board, or what changed on it',
    body: z
      .object({
        sequence: z.int(),
        associationId: identifierSchema,
        requests: z.array(boardEntrySchema),
        removed: z.array(identifierSchema),
      })
      .meta({ id: 'Board' }),
  },
  problems: ['not-found'],
});

export const getOpenBoardCounts = defineOperation({
  id: 'getOpenBoardCounts',
  method: 'get',
  path: '/v1/board-counts',
  tag: 'Board',
  summary: 'How many open requests each cell has, for the tile map',
  access: 'public',
  success: {
    status: 200,
    description: 'Counts per cell; cells without open requests are left out',
    body: z.object({ cells: z.array(z.object({ code: z.string(), open: z.int() })) }).meta({ id: 'BoardCounts' }),
  },
  problems: [],
});
