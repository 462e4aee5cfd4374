import { z } from 'zod';
import { openingHoursSchema } from './answering.js';
import { defineOperation } from './operation.js';
import { identifierSchema, neighbourhoodCodeSchema } from './primitives.js';
import { categorySchema } from './vocabulary.js';

export const neighbourhoodSchema = z
  .object({
    code: neighbourhoodCodeSchema,
    name: z.string(),
    districtCode: z.string(),
    districtName: z.string(),
    /** What the board shows instead of a place: a buurt, or buurten merged to at least 50 dwellings. */
    cell: z.object({ code: z.string(), name: z.string() }),
    organisationId: identifierSchema,
    /** Where its tile stands on the tile map, in axial hexagon coordinates. */
    tile: z.object({ q: z.int(), r: z.int() }),
  })
  .meta({ id: 'Neighbourhood' });
export type Neighbourhood = z.infer<typeof neighbourhoodSchema>;

export const associationSchema = z
  .object({
    id: identifierSchema,
    kind: z.enum(['association', 'desk']),
    name: z.string(),
    isExample: z.boolean(),
    neighbourhoodCodes: z.array(neighbourhoodCodeSchema),
    contact: z.object({ givenName: z.string(), phone: z.string() }),
    openingHours: openingHoursSchema.nullable().describe('Null: it told none'),
    fallback: z
      .object({
        kind: z.enum(['desk', 'association', 'welfare']),
        organisationId: identifierSchema.nullable(),
        name: z.string(),
      })
      .nullable()
      .describe('Who answers while it is closed; null for the desk'),
    welcomeText: z.string().nullable().describe('In its own words, for new neighbours'),
    nobodyText: z.string().nullable().describe('In its own words, for whoever found nobody'),
  })
  .meta({ id: 'Association' });
export type AssociationSummary = z.infer<typeof associationSchema>;

export const listNeighbourhoods = defineOperation({
  id: 'listNeighbourhoods',
  method: 'get',
  path: '/v1/neighbourhoods',
  tag: 'Places',
  summary: 'The neighbourhoods (buurten) of the municipality and who looks after each',
  access: 'public',
  success: {
    status: 200,
    description: 'All neighbourhoods',
    body: z.object({
      municipality: z.object({
        code: z.string(),
        name: z.string(),
        hasOutlines: z.boolean().describe('Whether the outline of every neighbourhood is known, for a map'),
        mapTiles: z
          .object({
            url: z.string().describe('Address with {z}, {x} and {y} in it, in Web Mercator'),
            attribution: z.string().describe('To be shown on the map'),
          })
          .nullable()
          .describe('Pictures of the streets to lay under the map, from another site; null: there are none'),
      }),
      neighbourhoods: z.array(neighbourhoodSchema),
    }),
  },
  problems: [],
});

export const listOutlines = defineOperation({
  id: 'listOutlines',
  method: 'get',
  path: '/v1/neighbourhood-outlines',
  tag: 'Places',
  summary: 'Where the neighbourhoods lie, for drawing: too coarse to tell where an address belongs',
  access: 'public',
  success: {
    status: 200,
    description: 'The outline of each neighbourhood of which it was imported',
    body: z.object({
      outlines: z.array(
        z
          .object({
            neighbourhoodCode: neighbourhoodCodeSchema,
            polygons: z
              .array(z.array(z.array(z.tuple([z.number(), z.number()]))))
              .describe(
                'Polygons of rings of [longitude, latitude] in degrees (WGS84); the first ring is the outer one',
              ),
          })
          .meta({ id: 'NeighbourhoodOutline' }),
      ),
    }),
  },
  problems: [],
});

/** A Dutch postcode as people write it; becomes four digits and two capitals. */
export const postcodeSchema = z
  .string()
  .trim()
  .regex(/^\d{4}\s?[A-Za-z]{2}$/, 'Give a postcode, for example 1234 AB')
  .transform((text) => text.replace(/\s/, '').toUpperCase());

export const findNeighbourhood = defineOperation({
  id: 'findNeighbourhood',
  method: 'post',
  path: '/v1/neighbourhood-searches',
  tag: 'Places',
  summary: 'The neighbourhood in which a postcode lies; nothing of what was sent is kept',
  access: 'public',
  body: z.object({
    postcode: postcodeSchema,
    houseNumber: z
      .int()
      .min(1)
      .max(99_999)
      .optional()
      .describe('Only needed where a postcode lies in several neighbourhoods'),
  }),
  success: {
    status: 200,
    description: 'What is known of it',
    body: z.object({
      outcome: z
        .enum(['found', 'several', 'elsewhere', 'unknown', 'unavailable'])
        .describe('unavailable: it is not in our own list, and the register could not be asked'),
      neighbourhoodCodes: z.array(neighbourhoodCodeSchema).describe('One when found, two or more when several'),
    }),
  },
  problems: ['too-many-requests'],
});

export const listAssociations = defineOperation({
  id: 'listAssociations',
  method: 'get',
  path: '/v1/associations',
  tag: 'Places',
  summary: 'The neighbourhood associations and the desk, with the contact person of each',
  access: 'public',
  success: {
    status: 200,
    description: 'All associations',
    body: z.object({ associations: z.array(associationSchema) }),
  },
  problems: [],
});

export const listCategories = defineOperation({
  id: 'listCategories',
  method: 'get',
  path: '/v1/categories',
  tag: 'Places',
  summary: 'The kinds of help that can be asked, light things first',
  access: 'public',
  success: {
    status: 200,
    description: 'All categories',
    body: z.object({
      categories: z.array(
        z.object({ code: categorySchema, name: z.string(), usualMinutes: z.int() }).meta({ id: 'CategoryDescription' }),
      ),
    }),
  },
  problems: [],
});
