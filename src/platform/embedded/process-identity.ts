import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * What sets one process apart from a later one with the same number: boot and start tick. Process numbers are used
 * again, in a container even at once (the first is always 1). Null where the system does not tell.
 */
export async function processStart(pid: number): Promise<string | null> {
  const stat = await processStat(pid);
  if (stat === null) return null;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}:${stat[startTick]}`;
}

/** Whether a process runs, and, when `start` is known, whether it is still that one. */
export async function isRunning(pid: number, start: string | null = null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = await processStat(pid);
  if (stat?.[state] === 'Z') return false;
  const now = start === null ? null : await processStart(pid);
  return now === null || now === start;
}

/** Whether a process is a PostgreSQL server on this data folder; a server always works inside its folder. */
export async function isServerOn(pid: number, clusterDir: string): Promise<boolean> {
  if (!(await isRunning(pid))) return false;
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === clusterDir;
  const listed = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return listed.stdout.includes('postgres') && listed.stdout.includes(clusterDir);
}

/** Places in /proc/<pid>/stat, counted from the field after the name (which may hold spaces and brackets). */
const state = 0;
const startTick = 19;

async function processStat(pid: number): Promise<string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}
