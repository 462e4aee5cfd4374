import { z } from 'zod';
import { ImportFault } from './import-fault.js';
import { projectionOf } from './projection.js';
import { isClosed, middleOf, simplified, wound, type Polygon, type Position } from './rings.js';

/** A neighbourhood as a file tells of it. */
export interface ImportedNeighbourhood {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  /** Null where the file does not tell. */
  readonly districtName: string | null;
  /** Null where the file does not tell. */
  readonly dwellings: number | null;
  readonly middle: Position;
  readonly outline: readonly Polygon[];
}

export interface NeighbourhoodsFile {
  readonly neighbourhoods: readonly ImportedNeighbourhood[];
  /** What was repaired or left out, for whoever imports. */
  readonly notes: readonly string[];
}

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(position).min(3);
const fileSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
        ]),
      }),
    )
    .min(1),
});
type Feature = z.output<typeof fileSchema>['features'][number];

/** Names of the same thing in the maps of CBS over the years, and in files made from them; compared without case. */
const names = {
  code: ['buurtcode', 'bu_code', 'statcode', 'code'],
  name: ['buurtnaam', 'bu_naam', 'statnaam', 'naam'],
  districtCode: ['wijkcode', 'wk_code'],
  districtName: ['wijknaam', 'wk_naam'],
  municipalityCode: ['gemeentecode', 'gm_code'],
  dwellings: [
    'aantalwoningen',
    'aantal_woningen',
    'woningvoorraad',
    'a_woning',
    'woning',
    'woningen',
    'aantal_hh',
    'aantalhuishoudens',
  ],
  water: ['water', 'h2o', 'ind_water'],
} as const;

/**
 * Neighbourhoods of one municipality from the published map of CBS (wijk- en buurtkaart) of any year, or a coarser one.
 * @throws ImportFault with every fault at once
 */
export function readNeighbourhoodsFile(text: string, municipalityCode: string): NeighbourhoodsFile {
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, 20).map(({ path }) => `Dit klopt niet: /${path.join('/')}`);
    throw new ImportFault(['Dit is geen GeoJSON van buurten.', ...faults]);
  }
  const { features, crs } = parsed.data;
  const land = features.filter(({ properties }) => textIn(properties, 'water')?.toUpperCase() !== 'JA');
  const own = land.filter(({ properties }) => municipalityOf(properties) === municipalityCode);
  if (own.length === 0) {
    const found = [...new Set(land.map(({ properties }) => municipalityOf(properties)))].slice(0, 5).join(', ');
    throw new ImportFault([
      `Het bestand heeft niets van ${municipalityCode}. Het gaat over ${found || 'iets wat wij niet kennen'}.`,
    ]);
  }
  refuseWrong(own);
  const { toDegrees, note } = projectionOf(crs?.properties.name, firstPosition(own[0] as Feature));
  const repairs = { turned: 0, closed: 0 };
  const neighbourhoods = own.map((feature) => neighbourhoodOf(feature, toDegrees, repairs));
  const counted = [
    [features.length - land.length, 'gebieden met water weggelaten'],
    [land.length - own.length, 'buurten van andere gemeenten weggelaten'],
    [repairs.turned, 'grenzen liepen de verkeerde kant om: gedraaid'],
    [repairs.closed, 'grenzen waren open: dichtgemaakt'],
    [neighbourhoods.filter(({ dwellings }) => dwellings === null).length, 'buurten zonder aantal woningen'],
  ] as const;
  const notes = counted.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}.`);
  return { neighbourhoods, notes: note === undefined ? notes : [note, ...notes] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ImportFault(['Het bestand is geen JSON. Exporteer het als GeoJSON en probeer het opnieuw.']);
  }
}

function textIn(properties: Feature['properties'], what: keyof typeof names): string | undefined {
  const known = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]));
  for (const name of names[what]) {
    const value = known.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function codeOf(properties: Feature['properties']): string {
  return textIn(properties, 'code')?.toUpperCase() ?? '';
}

/** CBS builds the code of a neighbourhood from that of its district, and of a district from its municipality. */
function municipalityOf(properties: Feature['properties']): string {
  return textIn(properties, 'municipalityCode')?.toUpperCase() ?? `GM${codeOf(properties).slice(2, 6)}`;
}

function refuseWrong(features: readonly Feature[]): void {
  const codes = features.map(({ properties }) => codeOf(properties));
  const faults = features.flatMap(({ properties }, index) => {
    const code = codes[index] ?? '';
    const which = code === '' ? `Onderdeel ${index + 1}` : code;
    if (!/^BU\d{8}$/.test(code)) return [`${which}: hier ontbreekt een buurtcode, zoals BU03270000.`];
    if (`GM${code.slice(2, 6)}` !== municipalityOf(properties))
      return [`${code}: hoort niet bij ${municipalityOf(properties)}.`];
    if (textIn(properties, 'name') === undefined) return [`${code}: heeft geen naam.`];
    return codes.indexOf(code) < index ? [`${code}: staat er meer dan 1 keer in.`] : [];
  });
  if (faults.length > 0) throw new ImportFault(faults);
}

function polygonsOf({ geometry }: Feature): Position[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((points) => points.map(([x, y]): Position => [x, y])));
}

function firstPosition(feature: Feature): Position {
  return polygonsOf(feature)[0]?.[0]?.[0] ?? [0, 0];
}

function neighbourhoodOf(
  feature: Feature,
  toDegrees: (position: Position) => Position,
  repairs: { turned: number; closed: number },
): ImportedNeighbourhood {
  const { properties } = feature;
  const code = codeOf(properties);
  const polygons = polygonsOf(feature).map((rings) => {
    const closed = rings.map((points) => {
      if (isClosed(points)) return points;
      repairs.closed += 1;
      return [...points, ...points.slice(0, 1)];
    });
    const { polygon, turned } = wound(closed.map((points) => points.map(toDegrees)));
    if (turned) repairs.turned += 1;
    return polygon;
  });
  const dwellings = Number(textIn(properties, 'dwellings') ?? Number.NaN);
  const [longitude, latitude] = middleOf(polygons);
  return {
    code,
    name: textIn(properties, 'name') ?? code,
    districtCode: textIn(properties, 'districtCode')?.toUpperCase() ?? `WK${code.slice(2, 8)}`,
    districtName: textIn(properties, 'districtName') ?? null,
    // CBS writes a large negative number where it may not or cannot tell.
    dwellings: Number.isInteger(dwellings) && dwellings >= 0 ? dwellings : null,
    middle: [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))],
    outline: simplified(polygons),
  };
}
