/**
 * `npm test`: every suite one after another (there are two cores to share), then a table, then as its last line the true
 * sum over all suites. A suite that crashes without a result counts as one failed test: silence is never green.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, secondsSince, stopStepsOnSignals } from './bootstrap/run-step.mjs';
import { runWithin } from './bootstrap/run-within.mjs';

/** How long a suite may take, unless TEST_SUITE_MINUTES says so: several times what it needs, and all together less than an hour and a half. */
const mostMinutes = { pure: 5, web: 5, guards: 10, medium: 30, fault: 25, e2e: 30 };
const order = ['pure', 'web', 'guards', 'medium', 'fault', 'e2e'];

/** The suites of jest.config.js, quick ones first; one that is not named above still runs. */
async function suites() {
  const { default: config } = await import('../jest.config.js');
  const names = config.projects.map((project) => project.displayName);
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => place(a) - place(b));
}

/** Runs one suite; what Jest prints goes to the terminal, what it counted is read from its report. */
async function runSuite(name, folder) {
  const report = join(folder, `${name}.json`);
  const args = ['--selectProjects', name, '--json', `--outputFile=${report}`, '--passWithNoTests'];
  const start = performance.now();
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const minutes = Number(process.env['TEST_SUITE_MINUTES']) || (mostMinutes[name] ?? 15);
  const { code, late } = await runWithin(
    minutes * 60_000,
    process.execPath,
    [...flags, 'node_modules/jest/bin/jest.js', ...args],
    { cwd: root },
  );
  const result = counted(report, code);
  if (late) {
    process.stderr.write(`${name} did not end within ${minutes} minutes, so it was killed: one failure\n`);
    // It may have passed every test and hang afterwards; that is a failure too.
    result.failed += result.failed === 0 ? 1 : 0;
  }
  return { suite: name, ...result, time: secondsSince(start) };
}

function counted(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    // Jest can end badly with every test green, for example when cleaning up afterwards throws.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function summary(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  return { failed, line: `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}` };
}

async function runAll() {
  if (!(await installIfStale()) || !(await buildIfStale()))
    return [{ suite: 'build', passed: 0, failed: 1, skipped: 0 }];
  const folder = mkdtempSync(join(tmpdir(), 'zb-test-reports-'));
  try {
    const results = [];
    for (const name of await suites()) results.push(await runSuite(name, folder));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

requireNode();
stopStepsOnSignals();
const results = await runAll();
console.table(Object.fromEntries(results.map(({ suite, ...figures }) => [suite, figures])));
const { failed, line } = summary(results);
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`${line}\n`);
