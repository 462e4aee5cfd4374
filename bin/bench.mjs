/**
 * `npm run bench -- <name>`: installs and builds what is stale, then runs one bench of test/load. Each starts its own
 * embedded database and stops it again, prints what it assumes and, as its last line, one JSON object.
 */
import { readdirSync } from 'node:fs';
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, stopStepsOnSignals } from './bootstrap/run-step.mjs';

const ending = '.bench.ts';
const names = readdirSync(new URL('test/load/', root))
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));

/** Beside the server in dist, so that the benches find it by the same paths as in the sources. */
const compile = ['node_modules/@swc/cli/bin/swc.js', 'test/load', 'test/support', '--out-dir', 'dist', '--quiet'];

requireNode();
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  process.stderr.write(`Which bench? ${names.map((known) => `npm run bench -- ${known}`).join(' or ')}\n`);
  process.exit(2);
}
const letGo = stopStepsOnSignals();
if (!(await installIfStale()) || !(await buildIfStale())) process.exit(1);
const { ok } = await runStep('Building the benches', process.execPath, compile);
if (!ok) process.exit(1);
letGo();
process.setSourceMapsEnabled(true);
await import(new URL(`dist/test/load/${name}.bench.js`, root).href);
