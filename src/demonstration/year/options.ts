import { parseArgs } from 'node:util';

/** Which year, and where. */
export interface YearOptions {
  readonly folder: string;
  readonly seed: number;
  readonly days: number;
  readonly people: number;
  readonly requestsPerDay: number;
}

/** What is wrong with the way the program was called, and what to do. */
export class YearOptionError extends Error {
  override readonly name = 'YearOptionError';
}

export const yearHelp = `Maakt een demonstratie van Leusden met een heel jaar erin, in een eigen map.
Alle mensen zijn verzonnen. Een andere demonstratie of een echte installatie blijft onaangeraakt.

  npm run demo:year -- [--folder <map>] [--seed <getal>] [--days <dagen>] [--people <buren>] [--requests <per dag>]

  --folder    waar het jaar komt; de map mag er nog niet zijn, of is leeg (DATA_DIR, anders .data-year)
  --seed      hetzelfde getal geeft hetzelfde jaar (327)
  --days      hoeveel dagen, van 14 tot 730 (365)
  --people    hoeveel buren er aan het eind zijn, van 50 tot 5000 (1600)
  --requests  hoeveel hulpvragen er aan het eind per dag zijn, van 1 tot 40 (9)
`;

const limits = {
  seed: { least: 0, most: 1_000_000, is: '327' },
  days: { least: 14, most: 730, is: '365' },
  people: { least: 50, most: 5_000, is: '1600' },
  requests: { least: 1, most: 40, is: '9' },
} as const;

/**
 * Reads the arguments; without a folder among them the year goes where DATA_DIR says.
 * @throws YearOptionError when one is unknown or has a value that cannot be
 */
export function readYearOptions(args: readonly string[], dataDir?: string): YearOptions | 'help' {
  const given = parse(args, dataDir);
  if (given.help) return 'help';
  const number = (name: keyof typeof limits): number => {
    const { least, most } = limits[name];
    const value = Number(given[name]);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new YearOptionError(`--${name}: geef een heel getal van ${least} tot ${most}`);
    return value;
  };
  return {
    folder: given.folder,
    seed: number('seed'),
    days: number('days'),
    people: number('people'),
    requestsPerDay: number('requests'),
  };
}

function parse(args: readonly string[], dataDir = '.data-year') {
  const text = (name: keyof typeof limits) => ({ type: 'string', default: limits[name].is }) as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        folder: { type: 'string', default: dataDir },
        seed: text('seed'),
        days: text('days'),
        people: text('people'),
        requests: text('requests'),
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new YearOptionError(`${(error as Error).message}\n\n${yearHelp}`);
  }
}
