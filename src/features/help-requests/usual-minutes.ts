import type { Category } from '@app/contracts/http/vocabulary.js';

/** How long a kind of help usually takes, for who does not say: a first ask is small. */
export const usualMinutes: Record<Category, number> = {
  'walk-dog': 20,
  groceries: 30,
  coffee: 60,
  'walk-together': 45,
  meal: 45,
  ride: 90,
  'odd-job': 30,
  garden: 60,
  computer: 45,
  'keep-company': 60,
  other: 30,
};
