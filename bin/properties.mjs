/**
 * `npm run properties [-- --sequences 10000] [--database 200]`: plays very many made-up histories through the rules of a
 * request and through the real planner and the check before sending, on a clock of their own, and looks at each step
 * whether a promise was broken. With `--database` also through the whole service on a database, which takes seconds a
 * sequence. The last line is JSON; it fails when there is a violation.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, stopStepsOnSignals } from './bootstrap/run-step.mjs';

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const results = fileURLToPath(new URL('.tmp/properties.json', root));

/** A property that fails stops at its first violation: that one counts, and its sequences do not. */
async function play(label, { project, path, sequences }) {
  rmSync(results, { force: true });
  const args = [...jest, '--selectProjects', project, '--testPathPatterns', path, '--json', '--outputFile', results];
  await runStep(label, process.execPath, args, { env: { SEQUENCES: String(sequences) } });
  const { numPassedTests: held, numTotalTests: all } = JSON.parse(readFileSync(results, 'utf8'));
  if (all === 0) throw new Error(`No property ran in ${path}`);
  return { sequences: held * sequences, violations: all - held };
}

requireNode();
const { values } = parseArgs({
  options: { sequences: { type: 'string', default: '10000' }, database: { type: 'string', default: '0' } },
});
stopStepsOnSignals();
if (!(await installIfStale())) process.exit(1);
mkdirSync(new URL('.tmp/', root), { recursive: true });

const pure = await play(`Histories of requests, and of asking (${values.sequences} a property)`, {
  project: 'pure',
  path: 'libs/domain/.*/sequences',
  sequences: Number(values.sequences),
});
const found = { ...pure };
if (Number(values.database) > 0) {
  found.database = await play(`Through the whole service (${values.database})`, {
    project: 'medium',
    path: 'matching-never-over-asked',
    sequences: Number(values.database),
  });
}
process.stdout.write(`${JSON.stringify(found)}\n`);
process.exitCode = pure.violations + (found.database?.violations ?? 0) === 0 ? 0 : 1;
