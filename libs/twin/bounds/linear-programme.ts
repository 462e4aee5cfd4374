import { programmeText, type LinearProgramme } from '../../domain/statistics/index.js';
import loadSolver, { type LegacyHighs } from 'highs';

export type { LinearProgramme, Terms } from '../../domain/statistics/index.js';

// Its types describe the CommonJS build, where the loader is a property; what is imported is the ES module.
const solver = await (loadSolver as unknown as () => Promise<LegacyHighs>)();

/** The best values by variable; null when no values satisfy all conditions. Solved by HiGHS. */
export function solve(programme: LinearProgramme): ReadonlyMap<string, number> | null {
  const solution = solver.solve(programmeText(programme), { output_flag: false });
  if (solution.Status !== 'Optimal') return null;
  return new Map(
    Object.entries(solution.Columns).map(([name, column]) => [name, 'Primal' in column ? Number(column.Primal) : 0]),
  );
}
