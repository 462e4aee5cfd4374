import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Jest's global set-up of every project that uses engines: gives the run a folder, and a guard that cleans up when the
 * run ends in whatever way. Engines themselves start when the first suite asks for one.
 * Plain JavaScript, because Jest loads it before it maps aliases.
 */
export default function startRun() {
  if (globalThis.zbTestRun) return;
  const folder = mkdtempSync(join(tmpdir(), 'zb-test-run-'));
  // Passable: as root the database server runs as another user.
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'processes'));
  // Suites run in workers that inherit this environment.
  process.env.ZB_TEST_RUN = folder;
  // The guard reads a pipe of this process: the system closes it however this process ends, also by kill -9.
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'guard.mjs'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guard.unref();
  guard.stdin.unref();
  globalThis.zbTestRun = guard;
}
