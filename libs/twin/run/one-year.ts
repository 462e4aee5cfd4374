import { clairvoyantFills } from '../bounds/clairvoyant.js';
import { areaFills, type Metrics, metricsOf } from '../figures/metrics.js';
import { parametersWith, type TwinParameters } from '../parameters.js';
import { policyNamed } from '../policies/registry.js';
import { makeWorld, type World } from '../world/world.js';
import { liveYear } from '../year/year.js';

/** One policy in one world. */
export interface YearTask {
  readonly policy: string;
  readonly seed: number;
  readonly days: number;
  /** What is assumed otherwise than in the base. */
  readonly changes: Partial<TwinParameters>;
}

/** What a task comes to. */
export interface YearResult {
  readonly metrics: Metrics;
  /** Fill of each area against its own bound. */
  readonly areas: readonly number[];
  /** What it took to find out. */
  readonly seconds: number;
}

/** Does tasks; the world of the last one is kept, because the next is often in the same world. */
export class YearRunner {
  private key = '';
  private world: World | undefined;
  private bound: Uint8Array = new Uint8Array();

  run({ policy, seed, days, changes }: YearTask): YearResult {
    const started = performance.now();
    const world = this.worldOf(seed, days, changes);
    const record = liveYear(world, policyNamed(policy));
    return {
      metrics: metricsOf(record, this.bound),
      areas: areaFills(record, this.bound),
      seconds: (performance.now() - started) / 1000,
    };
  }

  private worldOf(seed: number, days: number, changes: Partial<TwinParameters>): World {
    const key = JSON.stringify([seed, days, changes]);
    if (this.world !== undefined && this.key === key) return this.world;
    const world = makeWorld(parametersWith(changes), seed, days);
    this.bound = clairvoyantFills(world);
    this.key = key;
    this.world = world;
    return world;
  }
}
