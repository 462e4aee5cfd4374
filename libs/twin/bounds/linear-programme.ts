import loadSolver, { type LegacyHighs } from 'highs';

/** A sum of variables with factors. */
export type Terms = readonly (readonly [factor: number, variable: string])[];

/** Minimise a sum, under conditions; every variable is at least 0. */
export interface LinearProgramme {
  readonly minimise: Terms;
  readonly conditions: readonly { readonly terms: Terms; readonly sense: '<=' | '>='; readonly bound: number }[];
  readonly atMost: readonly (readonly [variable: string, bound: number])[];
}

// Its types describe the CommonJS build, where the loader is a property; what is imported is the ES module.
const solver = await (loadSolver as unknown as () => Promise<LegacyHighs>)();

/** The best values by variable; null when no values satisfy all conditions. Solved by HiGHS. */
export function solve(programme: LinearProgramme): ReadonlyMap<string, number> | null {
  const solution = solver.solve(asText(programme), { output_flag: false });
  if (solution.Status !== 'Optimal') return null;
  return new Map(
    Object.entries(solution.Columns).map(([name, column]) => [name, 'Primal' in column ? Number(column.Primal) : 0]),
  );
}

/** In the LP format of CPLEX, a term a line: lines there have a greatest length. */
function asText({ minimise, conditions, atMost }: LinearProgramme): string {
  const rows = conditions.map(({ terms, sense, bound }, index) => ` c${index}: ${sumText(terms)} ${sense} ${bound}`);
  const bounds = atMost.map(([variable, bound]) => ` ${variable} <= ${bound}`);
  return ['Minimize', ` cost: ${sumText(minimise)}`, 'Subject To', ...rows, 'Bounds', ...bounds, 'End'].join('\n');
}

function sumText(terms: Terms): string {
  return terms.map(([factor, variable]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`).join('\n  ');
}
