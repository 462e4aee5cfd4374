/** Counts that are published together, and what anybody knows of how they hang together. */
export interface TableSystem {
  /** Every count by its name. */
  readonly counts: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
}

/** `sum`: the whole is its parts together; `at-most`: the parts together are never more than the whole. */
export interface Relation {
  readonly kind: 'sum' | 'at-most';
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Relations in groups that have no count in common: what is concluded in one group says nothing of another. Relations
 * that name a count that does not exist are left out.
 */
export function independentGroups(
  names: ReadonlySet<string>,
  relations: readonly Relation[],
): readonly (readonly Relation[])[] {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  const known = relations.filter(({ whole, parts }) => names.has(whole) && parts.every((part) => names.has(part)));
  for (const { whole, parts } of known) {
    for (const part of parts) {
      const [one, other] = [rootOf(whole), rootOf(part)];
      if (one !== other) parent.set(one, other);
    }
  }
  const groups = new Map<string, Relation[]>();
  for (const relation of known) {
    const root = rootOf(relation.whole);
    groups.set(root, [...(groups.get(root) ?? []), relation]);
  }
  return [...groups.values()];
}

/** Names of the counts in these relations. */
export function namesIn(relations: readonly Relation[]): ReadonlySet<string> {
  return new Set(relations.flatMap(({ whole, parts }) => [whole, ...parts]));
}
