import { spawn } from 'node:child_process';
import { track } from './run-step.mjs';

/**
 * Runs a command that may print to the terminal's error stream, and kills it with all its children when it takes longer
 * than `milliseconds`: what hangs must not eat the time of what comes after it.
 * @returns {Promise<{ code: number, late: boolean }>}
 */
export function runWithin(milliseconds, command, args, options) {
  const grouped = process.platform !== 'win32';
  return new Promise((resolve) => {
    // A process group of its own, so that workers of it that hang go too.
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'], detached: grouped });
    const kill = (signal) => {
      try {
        if (grouped && child.pid !== undefined) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It ended by itself just now.
      }
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      kill('SIGKILL');
    }, milliseconds);
    const done = (code) => {
      clearTimeout(timer);
      resolve({ code, late });
    };
    child.once('error', () => done(127));
    child.once('close', (code) => done(code ?? 1));
    if (child.pid !== undefined) track({ kill, once: (event, listener) => child.once(event, listener) });
  });
}
