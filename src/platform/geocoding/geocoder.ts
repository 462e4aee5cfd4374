/** A postcode (four digits, two capitals), with a house number where it matters. Not kept, and never logged. */
export interface PostalPlace {
  readonly postcode: string;
  readonly houseNumber: number | undefined;
}

/** The register could not be asked now; the list of neighbourhoods still can. */
export class GeocoderUnavailable extends Error {
  override readonly name = 'GeocoderUnavailable';
}

/** Tells in which neighbourhoods a place may lie. */
export interface Geocoder {
  /**
   * @returns CBS codes, of any municipality: one when it is certain, several when the house number is needed or not
   * known, none when the place is not known
   * @throws GeocoderUnavailable
   */
  neighbourhoodsOf(place: PostalPlace, municipalityId: string): Promise<readonly string[]>;
}
