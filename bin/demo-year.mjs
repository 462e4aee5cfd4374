/**
 * `npm run demo:year`: installs and builds what is stale, then makes a demonstration with a whole year in it, in a folder
 * of its own. The two halves meet only here: what is served knows nothing of the twin that lives the year.
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
const { areas, chronicle } = await import(new URL('dist/libs/twin/chronicle/index.js', root).href);
const { demonstrateYear } = await import(new URL('dist/src/demonstration/year.js', root).href);
await demonstrateYear(process.argv.slice(2), { areas, live: chronicle });
