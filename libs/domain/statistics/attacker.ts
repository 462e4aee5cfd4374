import type { LinearProgramme, SolveLinear, Terms } from './linear-programme.js';
import { knownRange, threshold, type PublishedValue } from './rules.js';
import { independentGroups, namesIn, type Relation } from './table-system.js';
import { relationsAsConditions, Variables } from './variables.js';
import { Witnesses } from './witnesses.js';

/** What an attacker has: everything that was ever published, and how the counts hang together. */
export interface Publication {
  readonly values: ReadonlyMap<string, PublishedValue>;
  readonly relations: readonly Relation[];
  /** No count below this is published. */
  readonly fewest: number;
}

/** A count that is known exactly, or known to be below ten. */
export interface Conclusion {
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

/** More than any count that a municipality has. */
const unbounded = 100_000;

/**
 * Everything that can be concluded of counts that should not be known, as somebody would who knows the rules: each
 * published value is one of the counts it can be rounded from, and all relations hold. Counts are whole, so the solver must
 * keep them whole: bounds of fractions would only look safer than they are.
 */
export function conclude({ values, relations, fewest }: Publication, solve: SolveLinear): readonly Conclusion[] {
  return independentGroups(new Set(values.keys()), relations).flatMap((group) => {
    const names = [...namesIn(group)];
    const valueOf = (name: string): PublishedValue => values.get(name) ?? null;
    const known = knowledge(group, names, (name) => knownRange(valueOf(name), fewest));
    // A published count of at least ten is meant to be known.
    const wanted = names.filter((name) => (valueOf(name) ?? 0) < threshold);
    return concludeGroup(names, known, wanted, solve);
  });
}

type Knowledge = Omit<LinearProgramme, 'minimise'>;

function concludeGroup(
  names: readonly string[],
  known: Knowledge,
  wanted: readonly string[],
  solve: SolveLinear,
): readonly Conclusion[] {
  const variables = new Variables(names);
  const seen = new Witnesses(wanted);
  const look = (minimise: Terms): ReadonlyMap<string, number> => {
    const found = solve({ ...known, minimise });
    if (!found) throw new Error('What was published contradicts itself');
    seen.add((name) => Math.round(found.get(variables.of(name)) ?? 0));
    return found;
  };
  // Two tables far apart show most counts to be unknown; the rest is looked at one by one.
  for (const sign of [1, -1]) look(wanted.map((name) => [sign, variables.of(name)] as const));
  const isUnknown = (name: string): boolean =>
    seen.highest(name) >= threshold && seen.lowest(name) < seen.highest(name);
  return wanted.flatMap((name) => {
    for (const sign of [-1, 1]) {
      if (isUnknown(name)) return [];
      look([[sign, variables.of(name)]]);
    }
    return isUnknown(name) ? [] : [{ name, from: seen.lowest(name), until: seen.highest(name) }];
  });
}

function knowledge(
  group: readonly Relation[],
  names: readonly string[],
  rangeOf: (name: string) => { readonly from: number; readonly until: number },
): Knowledge {
  const variables = new Variables(names);
  const ranges = names.map((name) => ({ variable: variables.of(name), ...rangeOf(name) }));
  return {
    conditions: [
      ...relationsAsConditions(group, variables),
      ...ranges.map(({ variable, from }) => ({ terms: [[1, variable] as const], sense: '>=' as const, bound: from })),
    ],
    atMost: ranges.map(({ variable, until }) => [variable, Math.min(until, unbounded)] as const),
    whole: ranges.map(({ variable }) => variable),
  };
}
