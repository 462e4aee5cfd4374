import { type Interval, intervalOf, pairedInterval } from '../figures/intervals.js';
import type { MetricName } from '../figures/metrics.js';
import type { TwinParameters } from '../parameters.js';
import { crewSize, doAll } from './crew.js';
import type { YearResult, YearTask } from './one-year.js';

/** One set of assumptions and the policies that live in it. */
export interface Scenario {
  readonly name: string;
  readonly changes: Partial<TwinParameters>;
  readonly policies: readonly string[];
  readonly seeds: readonly number[];
  readonly days: number;
}

/** Results of one scenario, by policy, one a seed. */
export class ScenarioResults {
  constructor(
    readonly scenario: Scenario,
    private readonly byPolicy: ReadonlyMap<string, readonly YearResult[]>,
  ) {}

  has(policy: string): boolean {
    return this.byPolicy.has(policy);
  }

  values(policy: string, metric: MetricName): readonly number[] {
    return this.of(policy).map(({ metrics }) => metrics[metric]);
  }

  interval(policy: string, metric: MetricName): Interval {
    return intervalOf(this.values(policy, metric));
  }

  /** Two policies compared in the same worlds. */
  paired(a: string, b: string, metric: MetricName, combine: (a: number, b: number) => number): Interval {
    return pairedInterval(this.values(a, metric), this.values(b, metric), combine);
  }

  /** Fill of each area against its own bound. */
  areas(policy: string): readonly Interval[] {
    const results = this.of(policy);
    return (results[0]?.areas ?? []).map((_, area) =>
      intervalOf(results.map(({ areas }) => areas[area] ?? Number.NaN)),
    );
  }

  seconds(policy: string): number {
    const results = this.of(policy);
    return results.reduce((sum, { seconds }) => sum + seconds, 0) / results.length;
  }

  private of(policy: string): readonly YearResult[] {
    const results = this.byPolicy.get(policy);
    if (results === undefined) throw new RangeError(`${policy} did not take part in ${this.scenario.name}`);
    return results;
  }
}

/**
 * Lives every year of every scenario, with as many workers as there are cores, and tells how far it is. When `minutes` are
 * over no year is begun any more: seeds that not every policy lived through are left out, and scenarios without seeds too.
 */
export async function study(
  scenarios: readonly Scenario[],
  minutes: number,
  tell: (line: string) => void,
): Promise<readonly ScenarioResults[]> {
  // Years in the same world follow one another, so that a worker makes each world once or twice.
  const tasks = scenarios.flatMap(({ changes, policies, seeds, days }) =>
    seeds.flatMap((seed) => policies.map((policy): YearTask => ({ policy, seed, days, changes }))),
  );
  const started = performance.now();
  const results = await doAll(tasks, crewSize(process.env), started + minutes * 60_000, (done) => {
    const seconds = (performance.now() - started) / 1000;
    const left = (seconds / done) * (tasks.length - done);
    tell(`${done} of ${tasks.length} years, ${Math.round(seconds)} s, about ${Math.round(left)} s to go`);
  });
  let at = 0;
  return scenarios.flatMap((scenario) => {
    const { policies, seeds } = scenario;
    const rows = seeds.map((_, row) => results.slice(at + row * policies.length, at + (row + 1) * policies.length));
    at += seeds.length * policies.length;
    const whole = rows.map((row) => row.flatMap((result) => result ?? []));
    const lived = seeds.filter((_, row) => whole[row]?.length === policies.length);
    if (lived.length === 0) return [];
    const byPolicy = policies.map((policy, column): [string, readonly YearResult[]] => [
      policy,
      whole.flatMap((row) => (row.length === policies.length ? (row[column] ?? []) : [])),
    ]);
    return [new ScenarioResults({ ...scenario, seeds: lived }, new Map(byPolicy))];
  });
}
