import { parseArgs } from 'node:util';

/** How to play the day. */
export interface DayOptions {
  /** Where the demonstration runs, without a slash at the end. */
  readonly url: string;
  /** Seconds of pause between two moments of the day, for who watches the board meanwhile. */
  readonly pace: number;
}

/** What is wrong with the way the program was called, and what to do. */
export class DayOptionError extends Error {
  override readonly name = 'DayOptionError';
}

const slowest = 60;

export const dayHelp = `Speelt een dag met hulpvragen en antwoorden op een demonstratie die draait (npm start).
De demonstratie begint daarvoor opnieuw: wat er was gevraagd, verdwijnt.

  npm run demo:day -- [--url <adres>] [--pace <seconden>]

  --url   waar de demonstratie draait (http://localhost:3000)
  --pace  seconden rust tussen twee momenten van de dag, van 0 tot ${slowest} (0.3)
`;

/**
 * Reads the arguments.
 * @throws DayOptionError when one is unknown or has a value that cannot be
 */
export function readDayOptions(args: readonly string[]): DayOptions | 'help' {
  const { url, pace, help } = parse(args);
  if (help) return 'help';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new DayOptionError('--url: geef een http-adres, bijvoorbeeld --url http://localhost:3000');
  }
  const seconds = Number(pace.replace(',', '.'));
  if (pace.trim() === '' || !Number.isFinite(seconds) || seconds < 0 || seconds > slowest) {
    throw new DayOptionError(`--pace: geef een aantal seconden van 0 tot ${slowest}, bijvoorbeeld --pace 2`);
  }
  return { url: url.replace(/\/+$/, ''), pace: seconds };
}

function parse(args: readonly string[]): { url: string; pace: string; help: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://localhost:3000' },
        pace: { type: 'string', default: '0.3' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new DayOptionError(`${(error as Error).message}\n\n${dayHelp}`);
  }
}
