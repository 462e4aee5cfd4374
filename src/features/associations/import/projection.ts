import proj4 from 'proj4';
import { ImportFault } from './import-fault.js';
import type { Position } from './rings.js';

/** Rijksdriehoekscoördinaten, with the shift to WGS84 that is within a metre. */
const rd =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725 +units=m +no_defs';
const fromRd = proj4(rd, 'WGS84');

const remedy = 'Exporteer het bestand in WGS84 (EPSG:4326) of RD (EPSG:28992) en probeer het opnieuw.';

/** How positions of a file become longitude and latitude. */
export interface Projection {
  readonly toDegrees: (position: Position) => Position;
  /** What was done that whoever imports should know; undefined where nothing was. */
  readonly note: string | undefined;
}

const asTheyAre: Projection = { toDegrees: (position) => position, note: undefined };
const turnedFromRd: Projection = {
  toDegrees: ([x, y]) => {
    const [longitude = 0, latitude = 0] = fromRd.forward([x, y]);
    return [longitude, latitude];
  },
  note: 'De plaatsen stonden in RD (EPSG:28992) en zijn omgerekend.',
};

/**
 * By what the file says of itself, checked against a position in it: files are often wrong about this.
 * @throws ImportFault for any other system
 */
export function projectionOf(declared: string | undefined, [x, y]: Position): Projection {
  const inDegrees = x >= 3 && x <= 8 && y >= 50 && y <= 54;
  const inRd = x >= -7_000 && x <= 300_000 && y >= 289_000 && y <= 629_000;
  const code = declared === undefined ? undefined : systemIn(declared);
  if (code === undefined || code === '4326' || code === '4258' || code === 'CRS84') {
    if (inDegrees) return asTheyAre;
    if (code === undefined && inRd) return turnedFromRd;
    const swapped = y >= 3 && y <= 8 && x >= 50 && x <= 54 ? ' Lengte en breedte zijn verwisseld.' : '';
    throw new ImportFault([`De eerste plaats (${x}, ${y}) ligt niet in Nederland.${swapped} ${remedy}`]);
  }
  if (code !== '28992') throw new ImportFault([`Het bestand is in ${declared}. Dat kunnen wij niet lezen. ${remedy}`]);
  if (!inRd)
    throw new ImportFault([
      `Volgens het bestand is het RD (EPSG:28992), maar de eerste plaats (${x}, ${y}) is dat niet. ${remedy}`,
    ]);
  return turnedFromRd;
}

function systemIn(declared: string): string {
  if (/CRS84$/i.test(declared)) return 'CRS84';
  return /EPSG:+(?:[\d.]*:+)?(\d+)$/i.exec(declared)?.[1] ?? declared;
}
