import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { stopWithRun } from './run/test-run.js';

/** A process of ours under test, with all it printed. */
export interface RunningProcess {
  readonly pid: number;
  /** Everything printed until now, in the order it came. */
  output(): string;
  /** First match in the output, now or later. Fails when the process ends or `withinMs` passes without one. */
  waitForLine(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<ProcessEnd>;
  readonly ended: Promise<ProcessEnd>;
}

/** How a process ended: one of the two is null. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What to run and with which variables; nothing of the test's own environment but PATH and HOME leaks in. */
export interface ProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Relative to the checkout or absolute; the compiled application unless told otherwise. */
  readonly entry?: string;
  readonly args?: readonly string[];
  readonly cwd?: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts a compiled program of ours; it is stopped at the end of the run at the latest. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { env, entry = 'dist/src/main.js', args = [], cwd = root } = options;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', fileURLToPath(new URL(entry, `file://${root}`)), ...args],
    {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const listeners = new Set<() => void>();
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      for (const listener of listeners) listener();
    });
  let end: ProcessEnd | null = null;
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => {
      end = { code, signal };
      resolve(end);
      for (const listener of listeners) listener();
    });
  });
  await once(child, 'spawn');
  const withdraw = stopWithRun(child.pid!, 'SIGTERM');
  void ended.then(withdraw);
  return {
    pid: child.pid!,
    output: () => text,
    waitForLine: (pattern, withinMs = 60_000) => waitFor(pattern, withinMs, listeners, () => ({ text, end })),
    async kill(signal) {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

async function waitFor(
  pattern: RegExp,
  withinMs: number,
  listeners: Set<() => void>,
  now: () => { text: string; end: ProcessEnd | null },
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`${why} before ${String(pattern)} was printed:\n${now().text}`));
    const timer = setTimeout(() => settle(() => fail(`${withinMs} ms passed`)), withinMs);
    function settle(how: () => void): void {
      clearTimeout(timer);
      listeners.delete(look);
      how();
    }
    function look(): void {
      const { text, end } = now();
      const match = pattern.exec(text);
      if (match) settle(() => resolve(match));
      else if (end) settle(() => fail(`The process ended (${end.signal ?? end.code})`));
    }
    listeners.add(look);
    look();
  });
}
