import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import { makePassableFolder } from './passable-folder.js';
import { readIfThere, writePrivately } from './private-file.js';
import type { ServerUser } from './server-user.js';

/** Passwords of the two roles that exist before the first migration. */
export interface ClusterPasswords {
  readonly superuser: string;
  readonly owner: string;
}

/** The cluster's superuser; used to make the owner and its database, and by tests to drop databases. */
export const superuser = 'zorgzame_superuser';

/** Passwords of the cluster in this data folder, made at the first call. */
export async function clusterPasswords(dataDir: string): Promise<ClusterPasswords> {
  const path = join(dataDir, 'postgres-passwords.json');
  const stored = await readIfThere(path);
  if (stored !== null) return JSON.parse(stored) as ClusterPasswords;
  const make = (): string => randomBytes(24).toString('base64url');
  const passwords = { superuser: make(), owner: make() };
  await writePrivately(path, `${JSON.stringify(passwords, null, 2)}\n`);
  return passwords;
}

/**
 * Folder of the cluster: inside the data folder, or, when the server's user cannot reach that (a parent of mode 0700,
 * such as /root), inside `reachableFolder`. The choice is kept in the data folder; one that was made stays.
 */
export async function clusterFolder(
  dataDir: string,
  user: ServerUser,
  reachableFolder: string,
  log: (line: string) => void,
): Promise<string> {
  const inside = join(dataDir, 'postgres');
  const noteFile = join(dataDir, 'postgres-location');
  const noted = (await readIfThere(noteFile))?.trim();
  if (noted) return noted;
  if (user === null || (await canEnter(dataDir, user))) return inside;
  const outside = join(reachableFolder, randomBytes(8).toString('hex'), 'postgres');
  await makePassableFolder(reachableFolder);
  await makePassableFolder(dirname(outside));
  if (await isThere(inside)) await cp(inside, outside, { recursive: true, preserveTimestamps: true });
  log(`${user.name} cannot reach ${dataDir}; the database itself is kept in ${outside}`);
  await writePrivately(noteFile, `${outside}\n`);
  return outside;
}

/** Makes the cluster when there is none, and gives it to the server's user. */
export async function ensureCluster(
  clusterDir: string,
  binaries: PostgresBinaries,
  user: ServerUser,
  password: string,
): Promise<void> {
  if (!(await isThere(join(clusterDir, 'PG_VERSION')))) await makeCluster(clusterDir, binaries, user, password);
  const { uid } = await stat(clusterDir);
  if (user && uid !== user.uid) return run('chown', ['-R', `${user.uid}:${user.gid}`, clusterDir], null);
  if (!user && process.getuid && uid !== process.getuid())
    throw new Error(
      `${clusterDir} belongs to another user of this machine; start as that one, or with another DATA_DIR.`,
    );
}

/** Made under another name: a start that is killed half-way leaves no cluster that looks whole. */
async function makeCluster(
  clusterDir: string,
  { initdb }: PostgresBinaries,
  user: ServerUser,
  password: string,
): Promise<void> {
  const draft = `${clusterDir}.new`;
  const passwordFile = `${clusterDir}.password`;
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
    const flags = [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own UTF-8 rules: the same order and case on every machine, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await run(initdb, flags, user);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, clusterDir);
}

async function canEnter(folder: string, user: NonNullable<ServerUser>): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user).then(
    () => true,
    () => false,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function run(program: string, args: string[], user: ServerUser): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed (exit code ${code}):\n${said.trim()}`)),
    );
  });
}
