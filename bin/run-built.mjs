/**
 * Runs one compiled program of ours after installing and building what is stale, as `npm start` does:
 * `node bin/run-built.mjs src/administration/main.js create-administrator`.
 */
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, stopStepsOnSignals } from './bootstrap/run-step.mjs';

requireNode();
const letGo = stopStepsOnSignals();
const [node, , entry = '', ...rest] = process.argv;
if (!(await installIfStale()) || !(await buildIfStale())) process.exit(1);
letGo();

// The program reads its arguments as if it had been started itself.
const program = new URL(`dist/${entry}`, root);
process.argv = [node, fileURLToPath(program), ...rest];
process.setSourceMapsEnabled(true);
await import(program.href);
