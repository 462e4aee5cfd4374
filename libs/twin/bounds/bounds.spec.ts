import { describe, expect, it } from '@jest/globals';
import { parametersWith } from '../parameters.js';
import { policyNamed } from '../policies/registry.js';
import { makeWorld } from '../world/world.js';
import { liveYear } from '../year/year.js';
import { clairvoyantFills } from './clairvoyant.js';
import { leastAsksPerFill } from './least-asks.js';
import { solve } from './linear-programme.js';

describe('a linear programme', () => {
  it('is solved', () => {
    // The cheapest way to at least 10 of x + 2y, with y at most 3.
    const best = solve({
      minimise: [
        [1, 'x'],
        [1, 'y'],
      ],
      conditions: [
        {
          terms: [
            [1, 'x'],
            [2, 'y'],
          ],
          sense: '>=',
          bound: 10,
        },
      ],
      atMost: [['y', 3]],
    });
    expect(best?.get('x')).toBeCloseTo(4);
    expect(best?.get('y')).toBeCloseTo(3);
  });

  it('without a solution has none', () => {
    const impossible = { terms: [[1, 'x']] as const, sense: '>=' as const, bound: 2 };
    expect(solve({ minimise: [[1, 'x']], conditions: [impossible], atMost: [['x', 1]] })).toBeNull();
  });
});

describe('the fewest asks', () => {
  const world = makeWorld(parametersWith({ registered: 400, requestsPerDay: 6 }), 3, 30);

  it('are fewer than a policy needs for as much', () => {
    const record = liveYear(world, policyNamed('ours-active'));
    const filled = record.requests.filter(({ minutesToYes }) => minutesToYes !== null);
    const firstTimerShare = filled.filter(({ byFirstTimer }) => byFirstTimer).length / filled.length;
    const least = leastAsksPerFill(world, { fill: filled.length / world.arrivals.length, firstTimerShare });
    expect(least).not.toBeNull();
    expect(least).toBeGreaterThan(1);
    expect(least).toBeLessThan(record.asks / filled.length);
  });

  it('are more when more newcomers are to be brought in', () => {
    const [few, many] = [0, 0.2].map((firstTimerShare) => leastAsksPerFill(world, { fill: 0.8, firstTimerShare }));
    expect(many).toBeGreaterThan(few ?? Number.POSITIVE_INFINITY);
  });
});

describe('what could be filled at all', () => {
  it('is nothing where nobody lives', () => {
    const empty = makeWorld(parametersWith({ registered: 0 }), 1, 10);
    expect(clairvoyantFills(empty).some((filled) => filled === 1)).toBe(false);
  });

  it('never gets less when people are more willing', () => {
    const [less, more] = [-1, 1].map((willingness) =>
      clairvoyantFills(makeWorld(parametersWith({ registered: 100, willingness }), 1, 20)),
    );
    expect(less?.length).toBe(more?.length);
    expect(less?.some((filled, index) => filled > (more?.[index] ?? 0))).toBe(false);
    expect(more?.some((filled, index) => filled > (less?.[index] ?? 0))).toBe(true);
  });
});
