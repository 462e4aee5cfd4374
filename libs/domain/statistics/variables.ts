import type { LinearProgramme } from './linear-programme.js';
import type { Relation } from './table-system.js';

/** Names of counts as the variables of a linear programme, which knows no slashes. */
export class Variables {
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(names: readonly string[]) {
    this.numbers = new Map(names.map((name, index) => [name, index]));
  }

  of(name: string): string {
    return `v${this.numbers.get(name) ?? -1}`;
  }

  /** By how much a published count would have to be more than it can be. */
  raised(name: string): string {
    return `u${this.of(name)}`;
  }

  /** By how much a published count would have to be less than it can be. */
  lowered(name: string): string {
    return `d${this.of(name)}`;
  }
}

/** What everybody knows of how the counts hang together. */
export function relationsAsConditions(
  relations: readonly Relation[],
  variables: Variables,
): LinearProgramme['conditions'] {
  return relations.map(({ kind, whole, times = 1, parts }) => ({
    terms: [
      ...[...new Set(parts)].map((part) => [parts.filter((one) => one === part).length, variables.of(part)] as const),
      [-times, variables.of(whole)] as const,
    ],
    sense: kind === 'sum' ? ('=' as const) : ('<=' as const),
    bound: 0,
  }));
}
