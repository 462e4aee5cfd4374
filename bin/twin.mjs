/**
 * `npm run twin -- --policy all --seeds 20 --days 365`: installs and builds what is stale, then lives years in the twin
 * of Leusden. Progress goes to stderr; the last line of stdout is one JSON object.
 */
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, stopStepsOnSignals } from './bootstrap/run-step.mjs';

requireNode();
const letGo = stopStepsOnSignals();
if (!(await installIfStale()) || !(await buildIfStale())) process.exit(1);
letGo();
process.setSourceMapsEnabled(true);
await import(new URL('dist/libs/twin/main.js', root).href);
