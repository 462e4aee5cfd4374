/** What a run is for: to choose parameters, or to report on them. */
export type Purpose = 'tuning' | 'reporting';

/** Seeds of both kinds can never meet: tuning has the odd ones, reporting the even ones. */
export function seedsFor(purpose: Purpose, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 2 * (index + 1) - (purpose === 'tuning' ? 1 : 0));
}
