/**
 * `npm run check`: everything that can be said about the code without starting it, and the pure tests. Two steps at a
 * time, the longest first, so that it stays short enough to be run before every commit.
 */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, secondsSince, stopStepsOnSignals } from './bootstrap/run-step.mjs';

const atOnce = 2;
const moduleFlags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const program = (path, ...args) => [`node_modules/${path}`, ...args];
const tsc = (project) => program('typescript/bin/tsc', '--noEmit', '--project', project);

const steps = [
  ['types of src, libs and test', tsc('tsconfig.json')],
  ['lint', program('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives')],
  ['pure tests', [...moduleFlags, ...program('jest/bin/jest.js', '--selectProjects', 'pure', 'web', '--silent')]],
  ['types of web', tsc('web/tsconfig.json'), 'web/tsconfig.json'],
  ['format', program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['unused code and packages', program('knip/bin/knip.js', '--no-progress')],
  [
    'directions',
    program(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'src',
      'libs',
      'web',
      'bin',
      'test',
    ),
  ],
  ['types of the browser journeys', tsc('test/e2e/tsconfig.json'), 'test/e2e/tsconfig.json'],
];

async function checkAll() {
  const waiting = steps.filter(([, , onlyWith]) => !onlyWith || existsSync(new URL(onlyWith, root)));
  const failed = [];
  async function work() {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [label, command] = step;
      const { ok } = await runStep(label, process.execPath, command, { announce: false });
      if (!ok) failed.push(label);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

requireNode();
stopStepsOnSignals();
const start = performance.now();
const failed = (await installIfStale()) ? await checkAll() : ['installing'];
const verdict = failed.length === 0 ? 'all good' : `failed: ${failed.join(', ')}`;
process.stdout.write(`check, ${secondsSince(start)}: ${verdict}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
