import { type Category, categories, type Urgency } from '../kernel/vocabulary.js';

/** Never helped, helped once, or more often. */
export type Experience = 'never' | 'first' | 'regular';

/** What is known of one ask before it is sent. Nothing about who somebody is: no age, no origin, no health. */
export interface AskedPerson {
  readonly experience: Experience;
  /** Between the centres of the two cells. */
  readonly distanceKm: number;
  /** Decayed to now. */
  readonly fatigue: number;
  /** 1 just after a thank-you, fading to 0. */
  readonly thankedRecently: number;
}

/** What is asked, as far as it says something about the chance of a yes. */
export interface AskedHelp {
  readonly urgency: Urgency;
  readonly category: Category;
}

/** Name of this order of features. Numbers learned for another order mean nothing here. */
export const featureLayout = 'features-1';

/** Every feature by name, in the order of the vectors. */
export const featureNames = [
  'never',
  'first',
  'regular',
  'distance',
  'fatigue',
  'acute',
  'thanked-recently',
  ...categories,
] as const satisfies readonly string[];

const experienceAt: Readonly<Record<Experience, number>> = { never: 0, first: 1, regular: 2 };
const DISTANCE = 3;
const FATIGUE = 4;
const ACUTE = 5;
const THANKED = 6;
const FIRST_CATEGORY = 7;
const categoryAt = Object.fromEntries(
  categories.map((category, index) => [category, FIRST_CATEGORY + index]),
) as Readonly<Record<Category, number>>;

/** The features of one ask, in the order of `featureNames`. */
export function featuresOf(person: AskedPerson, help: AskedHelp): readonly number[] {
  const features = featureNames.map(() => 0);
  features[experienceAt[person.experience]] = 1;
  features[DISTANCE] = person.distanceKm;
  features[FATIGUE] = person.fatigue;
  features[ACUTE] = help.urgency === 'acute' ? 1 : 0;
  features[THANKED] = person.thankedRecently;
  features[categoryAt[help.category]] = 1;
  return features;
}

/** What `featuresOf` times the weights gives, without making the vector: this runs for everyone in reach. */
export function weigh(weights: readonly number[], person: AskedPerson, help: AskedHelp): number {
  return (
    at(weights, experienceAt[person.experience]) +
    at(weights, DISTANCE) * person.distanceKm +
    at(weights, FATIGUE) * person.fatigue +
    (help.urgency === 'acute' ? at(weights, ACUTE) : 0) +
    at(weights, THANKED) * person.thankedRecently +
    at(weights, categoryAt[help.category])
  );
}

function at(weights: readonly number[], index: number): number {
  return weights[index] ?? 0;
}
