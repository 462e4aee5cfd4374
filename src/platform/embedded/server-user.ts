import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Whom the server runs as; null: as ourselves. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number } | null;

/** Our own user first; the usual one of PostgreSQL where a system has it, so that nothing need be added. */
const names = ['zorgzame-buurten', 'postgres'];
const execute = promisify(execFile);

/** PostgreSQL refuses to run as root; then it runs as an ordinary user of the system, made when missing. */
export async function serverUser(log: (line: string) => void): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null;
  const existing = await findUser();
  if (existing) return existing;
  await makeUser(names[0]!);
  const made = await findUser();
  if (!made) throw new Error('Running as root needs an ordinary user for PostgreSQL, and making one did not work.');
  log(`made the system user ${made.name}: PostgreSQL does not run as root`);
  return made;
}

async function findUser(): Promise<ServerUser> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of names) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

async function makeUser(name: string): Promise<void> {
  try {
    await execute('useradd', ['--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin', name]);
  } catch {
    // Alpine has BusyBox instead.
    await execute('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]).catch((error: unknown) => {
      throw new Error(`PostgreSQL does not run as root, and the user ${name} could not be made for it`, {
        cause: error,
      });
    });
  }
}
