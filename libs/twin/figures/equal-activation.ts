import type { ScenarioResults } from '../run/study.js';

/**
 * Asks per fill of a policy against what the oracles need for the same share of activation, for each seed. Between the
 * oracles it is read off the line through the two nearest, and beyond them off the last two.
 */
export function asksAgainstOracle(
  results: ScenarioResults,
  policy: string,
  oracles: readonly string[],
): readonly number[] {
  const asks = results.values(policy, 'asksPerFill');
  const activated = results.values(policy, 'activated');
  return asks.map((value, seed) => {
    const curve = oracles
      .map((oracle) => ({
        x: results.values(oracle, 'activated')[seed] ?? Number.NaN,
        y: results.values(oracle, 'asksPerFill')[seed] ?? Number.NaN,
      }))
      .toSorted((a, b) => a.x - b.x);
    return value / readOff(curve, activated[seed] ?? Number.NaN);
  });
}

function readOff(curve: readonly { readonly x: number; readonly y: number }[], x: number): number {
  const above = curve.findIndex((point) => point.x >= x);
  const right = Math.max(1, above === -1 ? curve.length - 1 : above);
  const [a, b] = [curve[right - 1], curve[right]];
  if (a === undefined || b === undefined) return Number.NaN;
  return a.x === b.x ? a.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}
