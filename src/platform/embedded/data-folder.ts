import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makePassableFolder } from './passable-folder.js';
import { readIfThere } from './private-file.js';
import { isRunning, processStart } from './process-identity.js';

/** Who holds a data folder, as written in its lock file. */
interface Holder {
  readonly pid: number;
  /** Tells this process from a later one with the same number; null where the system does not say. */
  readonly start: string | null;
  readonly port: number;
  readonly since: string;
}

/** A folder that no other process of ours may use until it is released. */
export interface ClaimedDataFolder {
  readonly path: string;
  release(): Promise<void>;
}

/** The folder is in use; the message says by whom and what to do. */
export class DataFolderHeldError extends Error {
  override readonly name = 'DataFolderHeldError';
}

/**
 * Claims a data folder for this process. A claim of a process that no longer runs is taken over.
 * @param port the port this process will serve on, so that a second starter can point people to it
 * @throws DataFolderHeldError when another process holds it
 */
export async function claimDataFolder(path: string, port: number): Promise<ClaimedDataFolder> {
  await makePassableFolder(path);
  const lockFile = join(path, 'holder.json');
  const mine: Holder = {
    pid: process.pid,
    start: await processStart(process.pid),
    port,
    since: new Date().toISOString(),
  };
  const content = `${JSON.stringify(mine)}\n`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await createWhole(lockFile, content)) return { path, release: () => release(lockFile, content) };
    const found = await readIfThere(lockFile);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder && (await isRunning(holder.pid, holder.start))) throw heldError(path, holder);
    await removeExactly(lockFile, found);
  }
  throw new DataFolderHeldError(`${path} is being claimed by several starts at once. Start one of them again.`);
}

/** Creates the file with all its content in one step, or finds that there is one already. */
async function createWhole(lockFile: string, content: string): Promise<boolean> {
  const draft = `${lockFile}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/**
 * Removes the lock file only if it still says what was read. Two starters that both saw a dead holder must not remove
 * each other's fresh claim: moving is atomic, and whoever moved a fresh one puts it back.
 */
async function removeExactly(lockFile: string, expected: string): Promise<void> {
  const aside = `${lockFile}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readIfThere(aside)) !== expected) await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
}

async function release(lockFile: string, content: string): Promise<void> {
  if ((await readIfThere(lockFile)) === content) await rm(lockFile, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    return null;
  }
}

function heldError(path: string, holder: Holder): DataFolderHeldError {
  const who = holder.pid === process.pid ? 'this same process' : `process ${holder.pid}`;
  return new DataFolderHeldError(
    `${path} is in use by ${who}, since ${holder.since}, at http://localhost:${holder.port}. ` +
      `Use that one, stop it first (kill ${holder.pid}), or start with another folder: DATA_DIR=/another/folder PORT=3100 npm start`,
  );
}
