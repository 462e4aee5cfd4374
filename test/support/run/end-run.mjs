import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Jest's global tear-down: lets the guard stop what the run started, and waits for it. */
export default async function endRun() {
  const guard = globalThis.zbTestRun;
  if (!guard) return;
  globalThis.zbTestRun = undefined;
  tellScans(join(process.env.ZB_TEST_RUN ?? '', 'accessibility-scans'));
  guard.ref();
  guard.stdin.end();
  if (guard.exitCode === null) await once(guard, 'exit');
}

/** Every scan left one sign, whichever worker made it. */
function tellScans(file) {
  if (!existsSync(file)) return;
  process.stdout.write(`${statSync(file).size} accessibility scans, each of a screen that was there\n`);
}
