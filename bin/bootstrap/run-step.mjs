import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Root of the checkout, whatever folder the command was given in. */
export const root = new URL('../../', import.meta.url);

const running = new Set();

/** Seconds since `start` (from performance.now()), as people read them: "3.4 s". */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * Runs one quiet step and prints one line with the seconds it took. What the command said is shown only when it fails:
 * a first start is read by people who want to know whether it works, not by whom each file was bundled.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function runStep(label, command, args, { env = {}, announce = true } = {}) {
  const start = performance.now();
  if (announce) process.stdout.write(`${label} ...\n`);
  const { code, output } = await run(command, args, env);
  const ok = code === 0;
  process.stdout.write(`${label}: ${ok ? 'done' : `failed (exit code ${code})`} in ${secondsSince(start)}\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  return { ok, output };
}

/** Runs a command of node_modules/.bin or of this machine, keeping all it prints. */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    track(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => finish(127, `${output}\n${error.message}`));
    child.once('close', (code, signal) => finish(code ?? signal, output));
    function finish(code, text) {
      resolve({ code, output: text });
    }
  });
}

/** Has a child process stopped together with this one. */
export function track(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
}

/**
 * Stops running steps when this process is told to stop, and exits as a shell expects.
 * @returns a function that takes the handlers away again, for when the application brings its own.
 */
export function stopStepsOnSignals() {
  const numbers = { SIGINT: 2, SIGTERM: 15 };
  const handlers = Object.entries(numbers).map(([signal, number]) => {
    const handler = () => {
      for (const child of running) child.kill(signal);
      process.exit(128 + number);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => handlers.forEach((remove) => remove());
}
