import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makePassableFolder } from './passable-folder.js';
import { readIfThere, writePrivately } from './private-file.js';

/** What an installation must keep outside its database. */
export interface InstallationSecrets {
  /** Wraps the key of each person: 32 random bytes in base64. Losing it is losing every name, address and text. */
  readonly encryptionKey: string;
}

const fileName = 'secrets.json';

/**
 * The secrets of the installation in this data folder, made at the first call.
 * A damaged file is an error and never replaced: a new key would make everything stored unreadable for good.
 */
export async function loadOrMakeSecrets(dataDir: string): Promise<InstallationSecrets> {
  const path = join(dataDir, fileName);
  const stored = await readIfThere(path);
  if (stored !== null) return parse(stored, path);
  await makePassableFolder(dataDir);
  const secrets: InstallationSecrets = { encryptionKey: randomBytes(32).toString('base64') };
  await writePrivately(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function parse(text: string, path: string): InstallationSecrets {
  let encryptionKey: unknown;
  try {
    ({ encryptionKey } = JSON.parse(text) as Partial<InstallationSecrets>);
  } catch {
    // Reported below as damaged; the text itself must not reach a log.
  }
  if (typeof encryptionKey !== 'string' || Buffer.from(encryptionKey, 'base64').length !== 32)
    throw new Error(`${path} is damaged: it holds no encryption key. Put the file back from a backup.`);
  return { encryptionKey };
}
