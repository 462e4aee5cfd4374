import { afterAll } from '@jest/globals';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const made: string[] = [];

const mostTries = 80;

// Registered while the suite's file is being loaded, so it runs after every cleaning up of the suite itself.
afterAll(async () => {
  for (const folder of made.splice(0)) await remove(folder);
}, 60_000);

/**
 * A server that is writing its last file on a busy machine makes a folder hard to empty for a moment. Each try looks
 * again at what there is: the retries of `rmSync` only repeat the last step, and never see a file that came since.
 */
async function remove(folder: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (tried === mostTries) throw error;
      await setTimeout(250);
    }
  }
}

/** A new folder, removed when the suite is done. Others may pass through it: a server may run as another user. */
export function temporaryFolder(prefix = 'zb-'): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), prefix));
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}
