/**
 * `npm run screens`: pictures of every screen into docs/screens, taken by the browser tests that walk past all of them,
 * so that there is no picture of a screen that does not work.
 */
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, stopStepsOnSignals } from './bootstrap/run-step.mjs';
import { galleryOf } from './screens/gallery.mjs';
import { toIndexedPng } from './screens/indexed-png.mjs';

const target = fileURLToPath(new URL('docs/screens/', root));

/** Wide and dark shows little that narrow and dark does not, and pictures are most of what a checkout weighs. */
const isLeftOut = (name) => name.endsWith('-1280-dark.png');

/** Takes the place of the pictures there were, so that a screen that is gone leaves none behind. */
function putInPlace(folder) {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(folder)) if (isLeftOut(name)) rmSync(join(folder, name));
  for (const name of readdirSync(target)) if (name.endsWith('.png')) rmSync(join(target, name));
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  for (const name of names) writeFileSync(join(target, name), toIndexedPng(readFileSync(join(folder, name))));
  writeFileSync(join(target, 'README.md'), galleryOf(folder));
  return names.length;
}

/** Every browser test that looks at screens; a new one belongs without being named here. */
function walks() {
  const folder = new URL('test/e2e/', root);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .filter((name) => readFileSync(new URL(name, folder), 'utf8').includes("from './inspect.js'"))
    .map((name) => `test/e2e/${name}`);
}

requireNode();
stopStepsOnSignals();
if (!(await installIfStale()) || !(await buildIfStale())) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'zb-screens-'));
try {
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'e2e'];
  const { ok } = await runStep(
    'Walking past every screen',
    process.execPath,
    [...jest, '--runTestsByPath', ...walks()],
    { env: { SCREENS_FOLDER: folder } },
  );
  if (ok) process.stdout.write(`${putInPlace(folder)} pictures in docs/screens\n`);
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
