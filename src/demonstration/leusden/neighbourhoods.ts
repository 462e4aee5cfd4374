/** A buurt as CBS has it, with its place on the tile map. */
export interface LeusdenNeighbourhood {
  readonly code: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  /** About; the whole of it, fields and water too. */
  readonly hectares: number;
  /** Axial hexagon coordinates, placed by hand so that neighbours stay neighbours. */
  readonly tile: readonly [q: number, r: number];
}

const buurt = (
  code: string,
  name: string,
  longitude: number,
  latitude: number,
  hectares: number,
  tile: readonly [number, number],
): LeusdenNeighbourhood => ({ code: `BU0327${code}`, name, longitude, latitude, hectares, tile });

/** The 28 buurten of Leusden: codes, names, label points and surface. Source: CBS, Wijk- en buurtkaart 2025. */
export const neighbourhoods: readonly LeusdenNeighbourhood[] = [
  buurt('0000', 'Hamershof', 5.428, 52.1292, 12.9, [1, 4]),
  buurt('0001', 'Akkerhoeve', 5.432, 52.1305, 11.4, [2, 4]),
  buurt('0002', 'Noordwijck', 5.4368, 52.1301, 12.9, [3, 4]),
  buurt('0003', 'Langenbeek', 5.4429, 52.1299, 19.8, [4, 4]),
  buurt('0004', 'Zwanenburg', 5.4319, 52.1277, 9.9, [1, 5]),
  buurt('0005', 'Munnikhove', 5.4366, 52.1271, 16, [2, 5]),
  buurt('0006', 'Bosveld', 5.4424, 52.1271, 5.7, [3, 5]),
  buurt('0007', 'Claverenblad', 5.4171, 52.1271, 16.7, [-1, 5]),
  buurt('0008', 'Wildenburg', 5.4226, 52.124, 12.9, [0, 5]),
  buurt('0009', 'Buitengebied Leusden-Centrum Oost', 5.4536, 52.1174, 1_056.3, [3, 6]),
  buurt('0100', 'Hamersveld-Oud', 5.4283, 52.1376, 21.3, [2, 2]),
  buurt('0101', 'Hamersveld-Nieuw', 5.4326, 52.138, 10.6, [3, 2]),
  buurt('0102', 'Rozenboom', 5.4297, 52.1336, 16.3, [2, 3]),
  buurt('0103', 'Rozendaal', 5.4352, 52.1337, 20.9, [3, 3]),
  buurt('0104', 'Alandsbeek-West', 5.4395, 52.133, 11.4, [4, 3]),
  buurt('0105', 'Alandsbeek-Oost', 5.4438, 52.1346, 19, [5, 3]),
  buurt('0106', 'De Wetering', 5.4409, 52.1388, 25.1, [4, 2]),
  buurt('0107', 'Rossenberg', 5.4255, 52.1331, 9.1, [1, 3]),
  buurt('0108', 'Groenhouten', 5.422, 52.1298, 38.4, [0, 4]),
  buurt('0109', 'Buitengebied Leusden-Centrum West', 5.4158, 52.1391, 342.7, [1, 2]),
  buurt('0200', 'Kern Leusden-Zuid', 5.4049, 52.12, 54.7, [-2, 6]),
  buurt('0201', 'Tabaksteeg', 5.4124, 52.117, 39.5, [-1, 6]),
  buurt('0209', 'Buitengebied Leusden-Zuid', 5.3673, 52.1122, 2_695.9, [-3, 6]),
  buurt('0300', 'Kern Achterveld', 5.5012, 52.1359, 45.6, [7, 2]),
  buurt('0309', 'Buitengebied Achterveld', 5.4836, 52.1413, 953.4, [6, 2]),
  buurt('0400', 'Stoutenburg', 5.4364, 52.1515, 366.3, [4, 0]),
  buurt('0500', "'t Ruige Veld", 5.4313, 52.1407, 26.2, [4, 1]),
  buurt('0501', "'t Vliet", 5.427, 52.1442, 16.3, [3, 1]),
];

/** Code of the wijk a buurt lies in: CBS builds the one from the other. */
export function districtOf(neighbourhoodCode: string): string {
  return `WK${neighbourhoodCode.slice(2, 8)}`;
}
