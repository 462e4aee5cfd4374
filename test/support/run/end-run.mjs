import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { journeyTable } from './journeys.mjs';

/** Jest's global tear-down: lets the guard stop what the run started, and waits for it. */
export default async function endRun() {
  const guard = globalThis.zbTestRun;
  if (!guard) return;
  globalThis.zbTestRun = undefined;
  tellJourneys(join(process.env.ZB_TEST_RUN ?? '', 'journeys'));
  guard.ref();
  guard.stdin.end();
  if (guard.exitCode === null) await once(guard, 'exit');
}

/** Every trial left a note, whichever worker made it. */
function tellJourneys(file) {
  if (!existsSync(file)) return;
  process.stdout.write(`${journeyTable(readFileSync(file, 'utf8'))}\n`);
}
