import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writePrivately } from './private-file.js';

/** Keys of one installation, each 32 random bytes in base64. They never enter the database. */
export interface InstallationSecrets {
  /** Wraps the key of each person. Losing it is losing every name, address and text. */
  readonly encryptionKey: string;
  /** Makes the blind index by which an e-mail address is found without being readable. */
  readonly blindIndexKey: string;
  /** Signs links and tokens that leave the service. */
  readonly signingKey: string;
}
const names = ['encryptionKey', 'blindIndexKey', 'signingKey'] as const satisfies (keyof InstallationSecrets)[];

const fileName = 'secrets.json';
const make = (): string => randomBytes(32).toString('base64');

/**
 * The keys of the installation in this data folder, made at the first call.
 * A damaged file is an error and never replaced: new keys would make everything stored unreadable for good.
 */
export async function loadOrMakeSecrets(dataDir: string): Promise<InstallationSecrets> {
  const path = join(dataDir, fileName);
  const stored = await readIfThere(path);
  if (stored !== null) return parse(stored, path);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const secrets: InstallationSecrets = { encryptionKey: make(), blindIndexKey: make(), signingKey: make() };
  await writePrivately(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function parse(text: string, path: string): InstallationSecrets {
  let stored: Partial<Record<string, unknown>> = {};
  try {
    stored = JSON.parse(text) as typeof stored;
  } catch {
    // Reported below, by what is missing; the text itself must not reach a log.
  }
  const bad = names.filter((name) => !isKey(stored[name]));
  if (bad.length > 0) throw new Error(`${path} is damaged (${bad.join(', ')}). Put the file back from a backup.`);
  return stored as unknown as InstallationSecrets;
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && Buffer.from(value, 'base64').length === 32;
}
