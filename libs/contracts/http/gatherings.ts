import { z } from 'zod';
import {
  extraSchema,
  gatheringChangeSchema,
  gatheringSchema,
  gatheringSummarySchema,
  managedGatheringSchema,
  newGatheringSchema,
} from './gathering-shapes.js';
import { defineOperation } from './operation.js';
import { identifierSchema, idParams, neighbourhoodCodeSchema } from './primitives.js';

const tag = 'Gatherings';

export const listGatherings = defineOperation({
  id: 'listGatherings',
  method: 'get',
  path: '/v1/gatherings',
  tag,
  summary: 'Gatherings that are still to come, each with its next date, the nearest first',
  access: 'public',
  query: z.object({ neighbourhoodCode: neighbourhoodCodeSchema.optional() }),
  success: {
    status: 200,
    description: 'At most 100',
    body: z.object({ gatherings: z.array(gatheringSummarySchema) }),
  },
  problems: [],
});

export const getGathering = defineOperation({
  id: 'getGathering',
  method: 'get',
  path: '/v1/gatherings/{id}',
  tag,
  summary: 'One gathering with its coming dates',
  access: 'public',
  params: idParams,
  success: { status: 200, description: 'The gathering', body: gatheringSchema },
  problems: ['not-found'],
});

export const visitGathering = defineOperation({
  id: 'visitGathering',
  method: 'put',
  path: '/v1/gathering-dates/{id}/visit',
  tag,
  summary: 'Say that you come, and how many people you bring; saying it again changes how many',
  access: 'signed-in',
  params: idParams,
  body: z.object({ extra: extraSchema.default(0) }),
  success: { status: 204, description: 'You are expected; the organiser sees a number, and no name' },
  problems: ['not-found', 'not-open', 'not-active-any-more'],
});

export const leaveGathering = defineOperation({
  id: 'leaveGathering',
  method: 'delete',
  path: '/v1/gathering-dates/{id}/visit',
  tag,
  summary: 'Say that you do not come after all',
  access: 'signed-in',
  params: idParams,
  success: { status: 204, description: 'You are not expected' },
  problems: ['not-found'],
});

export const listManagedGatherings = defineOperation({
  id: 'listManagedGatherings',
  method: 'get',
  path: '/v1/managed-gatherings',
  tag,
  summary: 'Gatherings of your organisations, with how many are expected and how many came',
  access: 'organiser',
  success: {
    status: 200,
    description: 'Those with a date in the last 60 days or to come',
    body: z.object({ gatherings: z.array(managedGatheringSchema) }),
  },
  problems: ['not-allowed'],
});

export const announceGathering = defineOperation({
  id: 'announceGathering',
  method: 'post',
  path: '/v1/gatherings',
  tag,
  summary: 'Announce a gathering of your organisation, once or every so many weeks',
  access: 'organiser',
  body: newGatheringSchema,
  success: {
    status: 201,
    description: 'Announced: everybody can read it',
    body: z.object({ id: identifierSchema, dates: z.int() }).meta({ id: 'AnnouncedGathering' }),
  },
  problems: ['not-allowed', 'unknown-neighbourhood', 'window-in-past', 'too-many-requests'],
});

export const editGathering = defineOperation({
  id: 'editGathering',
  method: 'put',
  path: '/v1/gatherings/{id}',
  tag,
  summary: 'Change a gathering, for all dates to come; another time or place is told to who said that they come',
  access: 'organiser',
  params: idParams,
  body: gatheringChangeSchema,
  success: { status: 204, description: 'Changed' },
  problems: ['not-found', 'unknown-neighbourhood', 'not-active-any-more'],
});

export const endGathering = defineOperation({
  id: 'endGathering',
  method: 'put',
  path: '/v1/gatherings/{id}/ending',
  tag,
  summary: 'Cancel all dates to come; who said that they come are told',
  access: 'organiser',
  params: idParams,
  success: { status: 204, description: 'Nothing of it is still to come' },
  problems: ['not-found'],
});

export const cancelGatheringDate = defineOperation({
  id: 'cancelGatheringDate',
  method: 'put',
  path: '/v1/gathering-dates/{id}/cancellation',
  tag,
  summary: 'Cancel one date; who said that they come are told',
  access: 'organiser',
  params: idParams,
  success: { status: 204, description: 'Cancelled' },
  problems: ['not-found', 'not-active-any-more'],
});

export const noteAttendance = defineOperation({
  id: 'noteAttendance',
  method: 'put',
  path: '/v1/gathering-dates/{id}/attendance',
  tag,
  summary: 'Note how many people came, who said so before or not, or that it did not happen; noting again corrects it',
  access: 'organiser',
  params: idParams,
  body: z
    .object({ held: z.boolean(), came: z.int().min(0).max(2000).nullable().default(null) })
    .refine(({ held, came }) => held === (came !== null), {
      path: ['came'],
      message: 'Say how many came, and nothing of what did not happen',
    }),
  success: { status: 204, description: 'Noted' },
  problems: ['not-found', 'not-active-any-more', 'not-open'],
});
