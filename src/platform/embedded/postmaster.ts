import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readIfThere } from './private-file.js';
import { isRunning, isServerOn } from './process-identity.js';
import type { ServerUser } from './server-user.js';

/** What is needed to run one server process on one cluster. */
export interface PostmasterOptions {
  readonly program: string;
  readonly clusterDir: string;
  readonly logFile: string;
  readonly port: number;
  readonly user: ServerUser;
  readonly settings: Readonly<Record<string, string>>;
}

/** A server that accepts connections. */
export interface Postmaster {
  readonly process: ChildProcess;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

/** The port was taken between choosing it and using it. */
export class PortTakenError extends Error {}

const bigLog = 5_000_000;
const startTimeout = 60_000;
const stopTimeout = 20_000;
const pidFile = (clusterDir: string): string => join(clusterDir, 'postmaster.pid');

/** Starts the server and waits until it accepts connections (also through a recovery after a crash). */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { clusterDir, logFile, port, user, settings } = options;
  const logSize = (await stat(logFile).catch(() => null))?.size ?? 0;
  const log = await open(logFile, logSize > bigLog ? 'w' : 'a', 0o600);
  const from = logSize > bigLog ? 0 : logSize;
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A process group of its own: Ctrl-C in a terminal goes to the whole group, and the application still needs the
  // database to stop in order. Its output goes to a file, so that it never writes into the pipe of a dead parent.
  const child = spawn(options.program, ['-D', clusterDir, '-p', String(port), ...flags], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  await log.close();
  const failure = await untilReady(clusterDir, child, ended);
  if (failure !== null) throw await startError(failure, logFile, from, child);
  return { process: child, stop: async () => stopServer(clusterDir, child.pid!) };
}

/** The server writes its state on line 8 of its lock file; reading it needs no password and makes no connection. */
async function untilReady(clusterDir: string, child: ChildProcess, ended: Promise<string>): Promise<string | null> {
  const deadline = Date.now() + startTimeout;
  const runs = (): boolean => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  while (runs() && Date.now() < deadline) {
    const lines = ((await readIfThere(pidFile(clusterDir))) ?? '').split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return null;
    await sleep(15);
  }
  return runs() ? `it was not ready within ${startTimeout / 1000} s` : ended;
}

async function startError(failure: string, logFile: string, from: number, child: ChildProcess): Promise<Error> {
  if (child.exitCode === null && child.pid) child.kill('SIGQUIT');
  const said = (await readFile(logFile)).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n');
  const ErrorType = said.includes('could not bind') ? PortTakenError : Error;
  return new ErrorType(`PostgreSQL did not start: ${failure}. Its last words, from ${logFile}:\n${said}`);
}

/**
 * Makes sure that no server of an earlier run still works on the cluster. A killed run leaves its server behind, alive;
 * that one is stopped rather than reused, because it has an earlier run's settings and nobody who waits for its end.
 */
export async function stopLeftoverServer(clusterDir: string, log: (line: string) => void): Promise<void> {
  const content = await readIfThere(pidFile(clusterDir));
  if (content === null) return;
  const pid = Number.parseInt(content, 10);
  if (pid > 0 && (await isServerOn(pid, clusterDir))) {
    log(`an earlier run was killed; stopping the PostgreSQL it left behind (process ${pid})`);
    await stopServer(clusterDir, pid);
  }
  // Left by a server that was killed itself: its process number may by now be someone else's.
  await rm(pidFile(clusterDir), { force: true });
}

/** Fast shutdown, and a hard one (recovered from the log at the next start) when that takes too long. */
async function stopServer(clusterDir: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isServerOn(pid, clusterDir))) return;
    process.kill(pid, signal);
    if (await hasEnded(pid)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) on ${clusterDir} does not stop.`);
}

async function hasEnded(pid: number): Promise<boolean> {
  const deadline = Date.now() + stopTimeout;
  while (Date.now() < deadline) {
    if (!(await isRunning(pid))) return true;
    await sleep(15);
  }
  return false;
}
