import { knownRange, rounded, threshold, type PublishedValue } from './rules.js';
import { holds, namesIn, type Relation, type TableSystem } from './table-system.js';

/** A count that is left out must be able to be at least so many different ones. */
export const fewestPossible = 5;

interface Range {
  from: number;
  until: number;
}

/** What was shown of the same counts before. */
export interface ShownBefore {
  /** Left out then, and so now. */
  readonly leftOut: ReadonlySet<string>;
  /** Seen then: to leave one out now as well makes it no less known. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Leaves out every count below ten and every sensitive one, and as many others as it takes that nobody who reckons with the
 * relations can bring one of them down to fewer than five possible counts. For figures that are worked with inside: what is
 * published needs more, see `makePublishable`.
 *
 * It reckons line by line until nothing follows any more, as somebody with a spreadsheet would; when more is hidden, only what
 * had followed from that is reckoned anew.
 */
export function hideBeside(
  { counts, relations, sensitive }: TableSystem,
  before: ShownBefore = { leftOut: new Set(), seen: new Set() },
): ReadonlyMap<string, PublishedValue> {
  const hidden = new Set(
    [...counts.keys()].filter(
      (name) => (counts.get(name) ?? 0) < threshold || sensitive?.has(name) === true || before.leftOut.has(name),
    ),
  );
  const lines = new Lines(
    counts,
    relations.filter((line) => isTrue(line, counts)),
    hidden,
  );
  const isTold = (name: string): boolean => {
    const { from, until } = lines.range(name);
    return until - from + 1 < fewestPossible;
  };
  const beside = new Set<string>();
  for (let added = new Set<string>(); ; added = new Set()) {
    for (const name of hidden) {
      if (!isTold(name) || lines.beside(name).some((other) => added.has(other))) continue;
      const other = lines.cheapestBeside(name, (one) => hidden.has(one) || before.seen.has(one));
      if (other !== undefined) added.add(other);
    }
    if (added.size === 0) break;
    for (const name of added) beside.add(name);
    for (const name of added) hidden.add(name);
    lines.forget(added);
  }
  showAgain(beside, { counts, hidden, lines, isTold });
  return new Map([...counts].map(([name, count]) => [name, hidden.has(name) ? null : rounded(count)]));
}

/** Shows what turned out to be left out in vain, because of what was left out after it; the largest counts first. */
function showAgain(
  beside: ReadonlySet<string>,
  of: {
    readonly counts: TableSystem['counts'];
    readonly hidden: Set<string>;
    readonly lines: Lines;
    readonly isTold: (name: string) => boolean;
  },
): void {
  const { counts, hidden, lines, isTold } = of;
  const alreadyTold = new Set([...hidden].filter(isTold));
  const wouldTell = (name: string): boolean => hidden.has(name) && isTold(name) && !alreadyTold.has(name);
  const countOf = (name: string): number => counts.get(name) ?? 0;
  for (const name of [...beside].toSorted((a, b) => countOf(b) - countOf(a))) {
    hidden.delete(name);
    if (!lines.learnUnless(name, wouldTell)) hidden.add(name);
  }
}

/**
 * Whether a line can be reckoned with. One that is not true of the counts, or names others, tells nothing of them; and
 * drawing conclusions from it would never end.
 */
function isTrue(line: Relation, counts: TableSystem['counts']): boolean {
  return [...namesIn([line])].every((name) => counts.has(name)) && holds(line, counts);
}

/** What everybody can reckon with: lines that are true, so that what follows from them is bounded by the counts themselves. */
class Lines {
  private readonly ofName = new Map<string, Relation[]>();
  private readonly ranges = new Map<string, Range>();
  /** Of which counts each line made more known. */
  private readonly told = new Map<Relation, Set<string>>();

  constructor(
    private readonly counts: TableSystem['counts'],
    relations: readonly Relation[],
    private readonly hidden: ReadonlySet<string>,
  ) {
    for (const relation of relations)
      for (const name of new Set([relation.whole, ...relation.parts])) {
        const known = this.ofName.get(name);
        if (known) known.push(relation);
        else this.ofName.set(name, [relation]);
      }
    for (const name of counts.keys()) this.ranges.set(name, this.seen(name));
    this.reckon(relations);
  }

  /** Between which counts this one lies, for who knows what is shown. */
  range(name: string): Readonly<Range> {
    return this.ranges.get(name) ?? { from: 0, until: Infinity };
  }

  /**
   * This one is shown now, and what follows from that is concluded as well; unless it tells what it should not, then nothing
   * changes. @returns whether it is shown
   */
  learnUnless(name: string, wouldTell: (other: string) => boolean): boolean {
    const before = new Map([[name, this.range(name)]]);
    this.ranges.set(name, intersection(this.range(name), this.seen(name)));
    this.reckon(this.linesOf(name), (changed, range) => {
      if (!before.has(changed)) before.set(changed, { ...range });
    });
    if (![...before.keys()].some(wouldTell)) return true;
    for (const [changed, range] of before) this.ranges.set(changed, { ...range });
    return false;
  }

  /** These are hidden now: what was concluded from them, and from that, is concluded anew without them. */
  forget(names: Iterable<string>): void {
    const undone = new Set(names);
    // A set goes on to what is added to it on the way.
    for (const name of undone) {
      for (const line of this.linesOf(name)) {
        for (const other of this.told.get(line) ?? []) undone.add(other);
        this.told.delete(line);
      }
    }
    for (const name of undone) this.ranges.set(name, this.seen(name));
    this.reckon(new Set([...undone].flatMap((name) => this.linesOf(name))));
  }

  /** Everything on the lines of this one. */
  beside(name: string): readonly string[] {
    return this.linesOf(name).flatMap(({ whole, parts }) => [...parts, whole]);
  }

  /** The smallest count on a line with this one that can still be left out, and would make this one less known. */
  cheapestBeside(name: string, isUseless: (other: string) => boolean): string | undefined {
    return this.beside(name)
      .filter((one) => !isUseless(one))
      .toSorted((a, b) => (this.counts.get(a) ?? 0) - (this.counts.get(b) ?? 0))[0];
  }

  private linesOf(name: string): readonly Relation[] {
    return this.ofName.get(name) ?? [];
  }

  /** What this count alone tells of itself. */
  private seen(name: string): Range {
    return { ...knownRange(this.hidden.has(name) ? null : rounded(this.counts.get(name) ?? 0)) };
  }

  /** Concludes from these lines, and from what follows, until nothing follows any more. */
  private reckon(lines: Iterable<Relation>, keep?: Keep): void {
    for (let turn = lines, open = true; open;) {
      const next = new Set<Relation>();
      for (const line of turn) {
        const names = tighten(line, this.ranges, keep);
        if (names.length === 0) continue;
        const told = this.told.get(line) ?? new Set();
        this.told.set(line, told);
        for (const name of names) {
          told.add(name);
          for (const other of this.linesOf(name)) next.add(other);
        }
      }
      turn = next;
      open = next.size > 0;
    }
  }
}

/** Is told of each range just before it changes. */
type Keep = (name: string, range: Readonly<Range>) => void;

function intersection(one: Readonly<Range>, other: Readonly<Range>): Range {
  return { from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) };
}

/** Draws what follows from one line. @returns the names of which more is known now */
function tighten(
  { kind, whole, times = 1, parts }: Relation,
  ranges: ReadonlyMap<string, Range>,
  keep?: Keep,
): string[] {
  const at = (name: string): Range => ranges.get(name) ?? { from: 0, until: Infinity };
  const changed: string[] = [];
  const set = (name: string, from: number, until: number): void => {
    const range = at(name);
    if (from <= range.from && until >= range.until) return;
    keep?.(name, range);
    range.from = Math.max(range.from, from);
    range.until = Math.min(range.until, until);
    changed.push(name);
  };
  const least = parts.reduce((sum, part) => sum + at(part).from, 0);
  const most = parts.reduce((sum, part) => sum + at(part).until, 0);
  set(whole, Math.ceil(least / times), kind === 'sum' ? Math.floor(most / times) : Infinity);
  const { from, until } = at(whole);
  for (const part of new Set(parts)) {
    const often = parts.filter((one) => one === part).length;
    const others = { from: least - often * at(part).from, until: most - often * at(part).until };
    const fewest =
      kind === 'sum' && Number.isFinite(others.until) ? Math.ceil((times * from - others.until) / often) : 0;
    set(part, fewest, Math.floor((times * until - others.from) / often));
  }
  return changed;
}
