import { z } from 'zod';
import { defineOperation } from './operation.js';
import { idParams, identifierSchema, instantSchema } from './primitives.js';

const oneRoad = 'Give either helpRequestId or askId';

/** Where two people met: nobody is named by an identifier of their own, so nobody can be looked up by one. */
export const encounterSchema = z
  .object({
    helpRequestId: identifierSchema.optional().describe('A request you asked, or said yes to'),
    acceptanceId: identifierSchema.optional().describe('Which of the neighbours of your own request'),
    askId: identifierSchema.optional().describe('An ask you were sent'),
  })
  .refine(({ helpRequestId, askId }) => (helpRequestId === undefined) !== (askId === undefined), oneRoad)
  .meta({ id: 'Encounter' });
export type Encounter = z.output<typeof encounterSchema>;

export const blockSchema = z
  .object({
    id: identifierSchema,
    givenName: z.string().nullable().describe('Null when the account is gone'),
    since: instantSchema,
  })
  .meta({ id: 'Block' });

export const blockPerson = defineOperation({
  id: 'blockPerson',
  method: 'post',
  path: '/v1/blocks',
  tag: 'Safety',
  summary: 'Never meet this person again; works both ways, and the other is not told',
  access: 'signed-in',
  body: encounterSchema,
  success: { status: 201, description: 'Blocked; agreements between the two have ended', body: blockSchema },
  problems: ['not-found'],
});

export const listBlocks = defineOperation({
  id: 'listBlocks',
  method: 'get',
  path: '/v1/blocks',
  tag: 'Safety',
  summary: 'The people you blocked',
  access: 'signed-in',
  success: { status: 200, description: 'Your blocks, newest first', body: z.object({ blocks: z.array(blockSchema) }) },
  problems: [],
});

export const liftBlock = defineOperation({
  id: 'liftBlock',
  method: 'delete',
  path: '/v1/blocks/{id}',
  tag: 'Safety',
  summary: 'End a block you made',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'You may meet again' },
  problems: ['not-found'],
});
