import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of this run of Jest, shared by its workers and removed at its end. */
export function runFolder(): string {
  const folder = process.env['ZB_TEST_RUN'];
  if (!folder)
    throw new Error('This suite needs engines: its Jest project lacks the global set-up of test/support/run.');
  return folder;
}

/**
 * Has a process stopped at the end of the run, however that comes.
 * @returns a function that withdraws it, to be called once the process has been stopped
 */
export function stopWithRun(pid: number, signal: NodeJS.Signals): () => void {
  const registration = join(runFolder(), 'processes', String(pid));
  writeFileSync(registration, signal);
  return () => rmSync(registration, { force: true });
}
