import type { Application } from '../support/application.js';

/** CSV of people, of whom one in so many has no address. */
export function membersFile(scene: Application, rows: number, wrongEvery = 0): string {
  return [
    'e-mail;voornaam;buurtcode',
    ...Array.from({ length: rows }, (_, index) => {
      const wrong = wrongEvery > 0 && index % wrongEvery === wrongEvery - 1;
      return `${wrong ? 'geheim-geen-adres' : `lid${rows}-${index}@example.invalid`};Lid;${scene.code(index % 20)}`;
    }),
  ].join('\r\n');
}

/** GeoJSON of the neighbourhoods there are, under other names. */
export async function mapFile(scene: Application, change: (name: string) => string, crs?: string): Promise<string> {
  const places = await scene.rows<
    Record<'code' | 'name' | 'wijk', string> & { x: number; y: number; woningen: number }
  >(
    'SELECT code, name, district_code AS wijk, longitude AS x, latitude AS y, dwellings AS woningen FROM neighbourhood ORDER BY code',
  );
  const features = places.map(({ code, name, wijk, x, y, woningen }) => {
    const [w, e, s, n] = [x - 0.004, x + 0.004, y - 0.004, y + 0.004];
    const ring = [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ];
    const properties = { buurtcode: code, buurtnaam: change(name), wijkcode: wijk, aantalWoningen: woningen };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({
    type: 'FeatureCollection',
    features,
    ...(crs ? { crs: { properties: { name: crs } } } : {}),
  });
}
