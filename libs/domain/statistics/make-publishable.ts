import type { LinearProgramme, SolveLinear } from './linear-programme.js';
import { knownRange, protection, rounded, threshold, type PublishedValue } from './rules.js';
import { independentGroups, namesIn, type TableSystem } from './table-system.js';
import { relationsAsConditions, Variables } from './variables.js';
import { Witnesses } from './witnesses.js';

declare const checked: unique symbol;

/** Values that may be published. Only `makePublishable` makes one. */
export interface Publishable {
  readonly [checked]: true;
  readonly values: ReadonlyMap<string, PublishedValue>;
}

/** What was published before: it stands, and tells. */
export interface Earlier {
  readonly values: ReadonlyMap<string, PublishedValue>;
  /** The counts behind it: what was safe must stay safe beside what is added. */
  readonly counts: ReadonlyMap<string, number>;
  /** What is not shown elsewhere, or was held back in an earlier version of these tables: this does not show it either. */
  readonly heldBack?: Iterable<string>;
}

/**
 * Holds back every count below ten, every sensitive one, and as many others, at least cost, as it takes to keep each of
 * those unknown by five on both sides and possibly ten or more: to somebody who knows these rules, all totals and
 * everything published before. The rest is rounded to five, each by itself.
 *
 * A count that was held back can only become less known by holding back more, so looking at each once is enough. It stops
 * after each, so that whoever runs it can do something else in between.
 */
export function* makePublishable(
  system: TableSystem,
  earlier: Earlier,
  solve: SolveLinear,
): Generator<undefined, Publishable, undefined> {
  const held = new Set(earlier.heldBack);
  const isSensitive = (name: string): boolean => system.sensitive?.has(name) ?? false;
  for (const [name, count] of system.counts) if (count < threshold || isSensitive(name)) held.add(name);
  const valueOf = (name: string): PublishedValue => {
    const count = system.counts.get(name);
    if (count === undefined) return earlier.values.get(name) ?? null;
    return held.has(name) ? null : rounded(count);
  };
  const counts = new Map([...earlier.counts, ...system.counts]);
  for (const group of independentGroups(new Set(counts.keys()), system.relations)) {
    const names = [...namesIn(group)];
    if (!names.some((name) => system.counts.has(name))) continue;
    const protector = new Protector(
      { names, counts, valueOf, isSensitive, isNew: (name) => system.counts.has(name) },
      relationsAsConditions(group, new Variables(names)),
      solve,
    );
    for (const name of protector.guarded) {
      for (const other of protector.toHoldBack(name)) held.add(other);
      yield;
    }
  }
  const values: Publishable['values'] = new Map([...system.counts.keys()].map((name) => [name, valueOf(name)]));
  return { values } as unknown as Publishable;
}

interface Group {
  readonly names: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** As it stands now: more may have been held back since the last time. */
  readonly valueOf: (name: string) => PublishedValue;
  readonly isSensitive: (name: string) => boolean;
  readonly isNew: (name: string) => boolean;
}

/** So little that no count is ever held back for it; it makes one solution show more counts to be unknown at once. */
const nudge = 1e-4;

type Sense = '>=' | '<=';

/** Protects the small counts of one group of tables, and those that few people stand behind. */
class Protector {
  readonly guarded: readonly string[];
  private readonly variables: Variables;
  private readonly shown: Witnesses;

  constructor(
    private readonly group: Group,
    private readonly relations: LinearProgramme['conditions'],
    private readonly solve: SolveLinear,
  ) {
    this.variables = new Variables(group.names);
    this.guarded = group.names.filter(
      (name) => group.valueOf(name) === null && (this.countOf(name) < threshold || group.isSensitive(name)),
    );
    this.shown = new Witnesses(this.guarded);
  }

  /**
   * The cheapest counts to hold back so that this one could be as far off as wanted, both ways: the least costly other
   * tables that anybody could take for the real ones, if what differs in them were not published.
   */
  toHoldBack(name: string): readonly string[] {
    const others: string[] = [];
    for (const sense of ['>=', '<='] as const)
      if (this.isUnshown(name, sense)) others.push(...this.towards(name, sense));
    return others;
  }

  /** As far off as this count has to be able to be. */
  private boundOf(name: string, sense: Sense): number {
    const count = this.countOf(name);
    return sense === '>=' ? Math.max(threshold, count + protection) : Math.max(0, count - protection);
  }

  private isUnshown(name: string, sense: Sense): boolean {
    const bound = this.boundOf(name, sense);
    return sense === '>=' ? this.shown.highest(name) < bound : this.shown.lowest(name) > bound;
  }

  private towards(name: string, sense: Sense): readonly string[] {
    const { group, variables } = this;
    const published = group.names.filter((one) => group.valueOf(one) !== null);
    const wanted = { terms: [[1, variables.of(name)] as const], sense, bound: this.boundOf(name, sense) };
    const found = this.solve({
      minimise: [
        ...published.filter((one) => group.isNew(one)).flatMap((one) => this.costOf(one)),
        ...this.guarded
          .filter((one) => this.isUnshown(one, sense))
          .map((one) => [sense === '>=' ? -nudge : nudge, variables.of(one)] as const),
      ],
      conditions: [...this.relations, wanted, ...published.flatMap((one) => this.rangeOf(one))],
      atMost: this.guarded.map((one) => [variables.of(one), this.countOf(one) + 1_000] as const),
    });
    if (!found) throw new Error(`${name} cannot be protected`);
    this.shown.add((one) => found.get(variables.of(one)) ?? 0);
    const moved = (variable: string): boolean => (found.get(variable) ?? 0) > 1e-6;
    return published.filter((one) => moved(variables.raised(one)) || moved(variables.lowered(one)));
  }

  private rangeOf(name: string): LinearProgramme['conditions'][number][] {
    const { from, until } = knownRange(this.group.valueOf(name));
    const at = [1, this.variables.of(name)] as const;
    const free = this.group.isNew(name);
    return [
      { terms: free ? [at, [-1, this.variables.raised(name)]] : [at], sense: '<=', bound: until },
      { terms: free ? [at, [1, this.variables.lowered(name)]] : [at], sense: '>=', bound: from },
    ];
  }

  /** A large count tells more than a small one, a total more than its parts. */
  private costOf(name: string): (readonly [number, string])[] {
    const cost = 1 + Math.log2(1 + this.countOf(name));
    return [
      [cost, this.variables.raised(name)],
      [cost, this.variables.lowered(name)],
    ];
  }

  private countOf(name: string): number {
    return this.group.counts.get(name) ?? 0;
  }
}
