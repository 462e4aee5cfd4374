/**
 * `npm start`: from a fresh clone to a running service, with nothing but Node.
 * Plain Node without packages, because it runs before there are any.
 */
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, stopStepsOnSignals } from './bootstrap/run-step.mjs';

requireNode();
const letGo = stopStepsOnSignals();
if (!(await installIfStale()) || !(await buildIfStale())) process.exit(1);
letGo();

// In this process and not in a child: signals, exit code and terminal are then the application's own, and there is no
// go-between that can be killed while what it started lives on. Source maps need no flag this way either.
process.setSourceMapsEnabled(true);
await import(new URL('dist/src/main.js', root).href);
