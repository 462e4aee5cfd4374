import { z } from 'zod';
import { fallbackSchema, openingHoursSchema } from './answering.js';
import { defineOperation } from './operation.js';
import {
  idParams,
  identifierSchema,
  ifMatchHeaders,
  instantSchema,
  lineOfText,
  neighbourhoodCodeSchema,
  textBlock,
} from './primitives.js';

const tag = 'Associations';

/** When a coordinator looks: at everything first, at newcomers first, afterwards, or matching is done by hand. */
const moderationModeSchema = z.enum(['all-first', 'newcomers-first', 'after', 'closed']);

/** A person may be called in sooner than the product does by itself, never later. */
const paceSchema = z
  .object({
    acuteCoordinatorMinutes: z.int().min(5, 'Choose 5 minutes or more').max(30, 'Choose at most 30 minutes'),
    acuteDeskMinutes: z.int().min(5, 'Choose 5 minutes or more').max(60, 'Choose at most 60 minutes'),
    plannedCoordinatorPercent: z.int().min(10, 'Choose 10 percent or more').max(50, 'Choose at most half of the time'),
    plannedDeskPercent: z.int().min(10, 'Choose 10 percent or more').max(75, 'Choose at most three quarters'),
  })
  .refine((pace) => pace.acuteDeskMinutes >= pace.acuteCoordinatorMinutes, {
    path: ['acuteDeskMinutes'],
    message: 'The desk comes after the coordinator',
  })
  .refine((pace) => pace.plannedDeskPercent >= pace.plannedCoordinatorPercent, {
    path: ['plannedDeskPercent'],
    message: 'The desk comes after the coordinator',
  })
  .meta({ id: 'EscalationPace' });

const ownText = textBlock(500).nullable();

export const settingsChoiceSchema = z
  .object({
    name: lineOfText(80),
    neighbourhoodCodes: z.array(neighbourhoodCodeSchema).max(500),
    moderationMode: moderationModeSchema,
    pace: paceSchema,
    openingHours: openingHoursSchema.nullable().describe('Null: somebody can always be called'),
    fallback: fallbackSchema.describe('Where things go while it does not answer'),
    welcomeText: ownText.describe('For new neighbours of the area'),
    nobodyText: ownText.describe('For whoever found nobody'),
    contactPersonId: identifierSchema.nullable().describe('Whom people call'),
    deputyPersonId: identifierSchema.nullable().describe('Takes over for good when the contact person leaves'),
  })
  .meta({ id: 'SettingsChoice' });
export type SettingsChoice = z.output<typeof settingsChoiceSchema>;

/** What an association still lacks before it can open. */
export const openingNeeds = ['area', 'coordinator', 'contact'] as const;

export const associationSettingsSchema = z
  .object({
    associationId: identifierSchema,
    kind: z.enum(['association', 'desk']),
    status: z.enum(['preparing', 'open']),
    version: z.int(),
    settings: settingsChoiceSchema,
    mayChange: z.boolean(),
    colleagues: z.array(z.object({ personId: identifierSchema, givenName: z.string() })),
    takenCodes: z.array(neighbourhoodCodeSchema).describe('Neighbourhoods that another association looks after'),
    fallbacks: z
      .array(
        z.object({
          kind: z.enum(['desk', 'association', 'welfare']),
          associationId: identifierSchema.nullable(),
          name: z.string(),
        }),
      )
      .describe('What can be chosen as fallback; none for the desk, where everything ends'),
    desk: z.object({ name: z.string(), givenName: z.string(), phone: z.string() }).nullable(),
    lacks: z.array(z.enum(openingNeeds)),
    changes: z.array(
      z.object({
        at: instantSchema,
        by: z.string().describe('Empty for somebody who is no longer there'),
        field: z.string(),
        from: z.string().describe('As JSON'),
        to: z.string().describe('As JSON'),
      }),
    ),
  })
  .meta({ id: 'AssociationSettings' });
export type AssociationSettingsView = z.infer<typeof associationSettingsSchema>;

export const getAssociationSettings = defineOperation({
  id: 'getAssociationSettings',
  method: 'get',
  path: '/v1/associations/{id}/settings',
  tag,
  summary: 'What an association chose, who may be called, and who changed what',
  access: 'organiser',
  params: idParams,
  success: { status: 200, description: 'The settings', body: associationSettingsSchema },
  problems: ['not-found'],
});

export const putAssociationSettings = defineOperation({
  id: 'putAssociationSettings',
  method: 'put',
  path: '/v1/associations/{id}/settings',
  tag,
  summary: 'Change the settings of an association; every change is kept with who made it',
  access: 'organiser',
  params: idParams,
  headers: ifMatchHeaders,
  body: settingsChoiceSchema,
  success: { status: 200, description: 'The settings as they are now', body: associationSettingsSchema },
  problems: ['not-found', 'not-allowed', 'if-match-required', 'stale-version', 'neighbourhood-taken'],
});

export const addAssociation = defineOperation({
  id: 'addAssociation',
  method: 'post',
  path: '/v1/associations',
  tag,
  summary: 'Begin an association. It looks after nothing until it is opened. For administrators of the municipality.',
  access: 'organiser',
  body: z.object({ name: lineOfText(80) }),
  success: { status: 201, description: 'The association, being prepared', body: associationSettingsSchema },
  problems: ['not-allowed'],
});

export const openAssociation = defineOperation({
  id: 'openAssociation',
  method: 'put',
  path: '/v1/associations/{id}/opening',
  tag,
  summary: 'Open an association that is ready: from now on it looks after its area',
  access: 'organiser',
  params: idParams,
  headers: ifMatchHeaders,
  success: { status: 200, description: 'The association, open', body: associationSettingsSchema },
  problems: [
    'not-found',
    'not-allowed',
    'if-match-required',
    'stale-version',
    'neighbourhood-taken',
    'association-not-ready',
  ],
});

export const listManagedAssociations = defineOperation({
  id: 'listManagedAssociations',
  method: 'get',
  path: '/v1/managed-associations',
  tag,
  summary: 'Associations and desks whose settings you may see: your own, or all for an administrator',
  access: 'organiser',
  success: {
    status: 200,
    description: 'The desk first, then by name',
    body: z.object({
      associations: z.array(
        z
          .object({
            id: identifierSchema,
            kind: z.enum(['association', 'desk']),
            name: z.string(),
            status: z.enum(['preparing', 'open']),
            neighbourhoods: z.int(),
          })
          .meta({ id: 'ManagedAssociation' }),
      ),
    }),
  },
  problems: [],
});
