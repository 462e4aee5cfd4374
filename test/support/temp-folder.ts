import { afterAll } from '@jest/globals';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

// Registered while the suite's file is being loaded, so it runs after every cleaning up of the suite itself.
afterAll(() => {
  // A server that is writing its last file on a busy machine makes a folder hard to empty for a moment.
  for (const folder of made.splice(0)) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});

/** A new folder, removed when the suite is done. Others may pass through it: a server may run as another user. */
export function temporaryFolder(prefix = 'zb-'): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), prefix));
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}
