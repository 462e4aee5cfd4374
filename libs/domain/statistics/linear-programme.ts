/** A sum of variables with factors. */
export type Terms = readonly (readonly [factor: number, variable: string])[];

/** Minimise a sum, under conditions; every variable is at least 0. */
export interface LinearProgramme {
  readonly minimise: Terms;
  readonly conditions: readonly { readonly terms: Terms; readonly sense: '<=' | '>=' | '='; readonly bound: number }[];
  readonly atMost: readonly (readonly [variable: string, bound: number])[];
  /** Variables that only take whole values. */
  readonly whole?: readonly string[];
}

/** The best values by variable; null when no values satisfy all conditions. Whoever has a solver gives one. */
export type SolveLinear = (programme: LinearProgramme) => ReadonlyMap<string, number> | null;

/** In the LP format of CPLEX, a term a line: lines there have a greatest length. */
export function programmeText({ minimise, conditions, atMost, whole = [] }: LinearProgramme): string {
  const rows = conditions.map(({ terms, sense, bound }, index) => ` c${index}: ${sumText(terms)} ${sense} ${bound}`);
  const bounds = atMost.map(([variable, bound]) => ` ${variable} <= ${bound}`);
  const general = whole.length > 0 ? ['General', ...whole.map((variable) => ` ${variable}`)] : [];
  return [
    'Minimize',
    ` cost: ${sumText(minimise)}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    ...general,
    'End',
  ].join('\n');
}

function sumText(terms: Terms): string {
  return terms.map(([factor, variable]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`).join('\n  ');
}
