import { DayOptionError, dayHelp, readDayOptions } from './day/options.js';
import { WaitedTooLongError } from './day/patience.js';
import { playDay } from './day/play-day.js';
import { RefusedError, ServiceUnreachableError } from './day/service.js';

// Plays a day of requests and answers against a running demonstration: npm run demo:day
const explained = [DayOptionError, WaitedTooLongError, RefusedError, ServiceUnreachableError];

try {
  const options = readDayOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(dayHelp);
  else await playDay(options, (line) => void process.stdout.write(`${line}\n`));
} catch (error) {
  const known = explained.some((kind) => error instanceof kind);
  process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
