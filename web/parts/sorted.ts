/** A sorted copy. `toSorted` says the same, but telephones of a few years old do not know it. */
export function sorted<T>(list: Iterable<T>, compare: (a: T, b: T) => number): T[] {
  // oxlint-disable-next-line unicorn/no-array-sort -- the copy is our own
  return [...list].sort(compare);
}
