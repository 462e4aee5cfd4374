import loadHighs, { type LegacyHighs } from 'highs';
import { programmeText, type SolveLinear } from '@app/domain/statistics/index.js';

/** Loads HiGHS; only publishing needs it, so it is not there until somebody publishes. */
export async function linearSolver(): Promise<SolveLinear> {
  // Its types describe the CommonJS build, where the loader is a property; what is imported is the ES module.
  const highs = await (loadHighs as unknown as () => Promise<LegacyHighs>)();
  return (programme) => {
    const { Status, Columns } = highs.solve(programmeText(programme), { output_flag: false });
    if (Status !== 'Optimal') return null;
    return new Map(
      Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? Number(column.Primal) : 0]),
    );
  };
}
