import { inhabitedNeighbourhoods } from './inhabited.js';

interface ExamplePostcode {
  readonly postcode: string;
  readonly part: number;
  readonly neighbourhoodCode: string;
  readonly houseNumbers: readonly number[] | null;
}

/** No postcode in the Netherlands begins with a zero, so nobody lives at these. */
const digits = '0327';
const letter = (index: number): string => String.fromCodePoint(65 + index);

/** Made-up postcodes: 0327 AA to 0327 BB, one for each neighbourhood, and 0327 ZZ, through which a border runs. */
export const examplePostcodes: readonly ExamplePostcode[] = [
  ...inhabitedNeighbourhoods.map(({ code }, index) => ({
    postcode: `${digits}${letter(Math.floor(index / 26))}${letter(index % 26)}`,
    part: 0,
    neighbourhoodCode: code,
    houseNumbers: null,
  })),
  ...inhabitedNeighbourhoods.slice(0, 2).map(({ code }, part) => ({
    postcode: `${digits}ZZ`,
    part,
    neighbourhoodCode: code,
    houseNumbers: [1, 3, 5].map((number) => number + part),
  })),
];
