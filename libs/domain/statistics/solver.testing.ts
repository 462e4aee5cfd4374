import loadHighs, { type LegacyHighs } from 'highs';
import { programmeText, type LinearProgramme, type SolveLinear } from './linear-programme.js';

/**
 * Gives a solver to whoever needs one. By calling back, because the mutation tests have it there at once and cannot wait.
 */
export function withSolver(use: (solve: SolveLinear) => void): Promise<void> {
  // Its types describe the CommonJS build, where the loader is a property; what is imported is the ES module.
  return (loadHighs as unknown as () => Promise<LegacyHighs>)().then((highs) => {
    use((programme) => {
      check(programme);
      const { Status, Columns } = highs.solve(programmeText(programme), { output_flag: false });
      if (Status !== 'Optimal') return null;
      return new Map(
        Object.entries(Columns).map(([name, { Primal }]: [string, { Primal?: number }]) => [name, Primal ?? 0]),
      );
    });
  });
}

/** The format has no word for what is unbounded: the solver would read something else. */
function check({ conditions, atMost }: LinearProgramme): void {
  const bounds = [...conditions.map(({ bound }) => bound), ...atMost.map(([, bound]) => bound)];
  if (!bounds.every((bound) => Number.isFinite(bound))) throw new Error('A condition without a bound is none');
  if (conditions.some(({ terms }) => terms.length === 0)) throw new Error('A condition of nothing says nothing');
}
