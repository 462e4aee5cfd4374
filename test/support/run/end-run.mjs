import { once } from 'node:events';

/** Jest's global tear-down: lets the guard stop what the run started, and waits for it. */
export default async function endRun() {
  const guard = globalThis.zbTestRun;
  if (!guard) return;
  globalThis.zbTestRun = undefined;
  guard.ref();
  guard.stdin.end();
  if (guard.exitCode === null) await once(guard, 'exit');
}
