import {
  countAll,
  countsOfFew,
  insideView,
  publishedCounts,
  publishedRelations,
  unseenInside,
  type Fact,
  type InsideView,
  type Quarter,
} from '@app/domain/participation/index.js';
import {
  conclude,
  makePublishable,
  rounded,
  threshold,
  type Conclusion,
  type PublishedValue,
  type SolveLinear,
} from '@app/domain/statistics/index.js';

/** All that was published of some quarters, one after the other, and the counts behind it. */
export interface Published {
  readonly counts: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, PublishedValue>;
  /** Fewest that a published count stands for. */
  readonly fewest: number;
}

/** Publishes and attacks the figures of one town. */
export class DisclosureTrial {
  private readonly relations;

  constructor(
    private readonly quarters: readonly Quarter[],
    private readonly districts: readonly string[],
    private readonly solve: SolveLinear,
  ) {
    this.relations = quarters.flatMap((quarter) => publishedRelations(quarter, districts));
  }

  /** Publishes quarter after quarter, each beside all before it, and nothing that is not seen inside. */
  publish(facts: readonly Fact[]): Published {
    const figures = countAll(facts);
    let before: Published = { counts: new Map(), values: new Map(), fewest: threshold };
    let seen: { readonly quarter: Quarter; readonly view: InsideView } | undefined;
    for (const quarter of this.quarters) {
      const known = figures.filter((one) => one.quarter <= quarter);
      seen = { quarter, view: insideView(known, this.districts, seen) };
      const counts = publishedCounts(quarter, figures, this.districts);
      const sensitive = countsOfFew(this.quarters, figures, this.districts);
      const publishing = makePublishable(
        { counts, relations: this.relations, sensitive },
        { ...before, heldBack: unseenInside(seen.view, quarter, this.districts) },
        this.solve,
      );
      let step = publishing.next();
      while (!step.done) step = publishing.next();
      const { values } = step.value;
      before = {
        fewest: threshold,
        counts: new Map([...before.counts, ...counts]),
        values: new Map([...before.values, ...values]),
      };
    }
    return before;
  }

  /** What somebody who knows the rules, all totals and all quarters gets to know and should not. */
  attack({ values, fewest }: Published): readonly Conclusion[] {
    return conclude({ values, fewest, relations: this.relations }, this.solve);
  }
}

/** What is left when somebody forgets to hold other counts back beside the small ones. */
export function onlySmallHeldBack({ counts }: Published): Published {
  return {
    counts,
    fewest: threshold,
    values: new Map([...counts].map(([name, count]) => [name, count < threshold ? null : rounded(count)])),
  };
}

/** Everything published, only rounded. */
export function nothingHeldBack({ counts }: Published): Published {
  return { counts, fewest: 0, values: new Map([...counts].map(([name, count]) => [name, rounded(count)])) };
}
