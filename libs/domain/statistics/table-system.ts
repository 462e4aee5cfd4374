/** Counts that are published together, and what anybody knows of how they hang together. */
export interface TableSystem {
  /** Every count by its name. */
  readonly counts: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
  /** Counts that are held back however large they are, here and in what was published before. */
  readonly sensitive?: ReadonlySet<string>;
}

/**
 * `sum`: the whole is its parts together; `at-most`: the parts together are never more than the whole. A part that stands
 * there more than once counts as often.
 */
export interface Relation {
  readonly kind: 'sum' | 'at-most';
  readonly whole: string;
  /** The whole counts so many times; once when it is left out. */
  readonly times?: number;
  readonly parts: readonly string[];
}

/** Whether a relation is true of these counts, as far as they are known. */
export function holds({ kind, whole, times = 1, parts }: Relation, counts: TableSystem['counts']): boolean {
  const all = counts.get(whole);
  const known = parts.map((part) => counts.get(part));
  if (all === undefined || known.includes(undefined)) return true;
  const sum = known.reduce<number>((before, count) => before + (count ?? 0), 0);
  return kind === 'sum' ? sum === times * all : sum <= times * all;
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
