/**
 * `npm run mutation [-- part-of-a-path ...]`: changes the rules in libs/domain one small step at a time and sees whether the
 * tests beside them notice. Takes minutes a file, so files are done one by one and a file that is as it was at its last
 * report is not done again: it can be stopped at any time, and `.tmp/mutation` emptied to begin anew. Writes docs/mutation.md, and fails when a room notices too little.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, stopStepsOnSignals } from './bootstrap/run-step.mjs';
import { documentOf, fewestNoticed, figuresOf } from './mutation/document.mjs';

const read = (path) => readFileSync(new URL(path, root), 'utf8');
const timeOf = (path) => statSync(new URL(path, root)).mtimeMs;
const isRule = (path) => path.endsWith('.ts') && !/\.(spec|testing)\.ts$|\/index\.ts$/.test(path);

const files = readdirSync(new URL('libs/domain/', root), { recursive: true })
  .map((path) => `libs/domain/${path.replaceAll('\\', '/')}`)
  .filter(isRule)
  .toSorted();

/** What was found the last time, when the rule is still as it was then. */
function lastReport(file) {
  const path = `.tmp/mutation/${file}.json`;
  if (!existsSync(new URL(path, root))) return undefined;
  const { files: reported } = JSON.parse(read(path));
  // A file of types alone has nothing to change, and is not in its own report.
  const found = reported[file] ?? { source: timeOf(path) > timeOf(file) ? read(file) : null, mutants: [] };
  return found.source === read(file) ? found : undefined;
}

async function mutate(file) {
  const args = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'bin/mutation/stryker.config.mjs'];
  const { ok } = await runStep(`Mutants of ${file}`, process.execPath, args, { env: { MUTATION_FILE: file } });
  return ok;
}

function report() {
  const found = files.map((file) => ({ file, report: lastReport(file) }));
  const rooms = figuresOf(found);
  writeFileSync(new URL('docs/mutation.md', root), documentOf(rooms, found));
  return rooms.filter(({ score }) => score < fewestNoticed);
}

requireNode();
const named = process.argv.slice(2);
const wanted = files.filter((file) => named.length === 0 || named.some((part) => file.includes(part)));
if (wanted.length === 0) {
  process.stderr.write(`No rule has ${named.join(' or ')} in its path\n`);
  process.exit(2);
}
stopStepsOnSignals();
if (!(await installIfStale())) process.exit(1);
const failed = [];
for (const file of wanted) if (!lastReport(file) && !(await mutate(file))) failed.push(file);
const low = report();
for (const { room, score } of low) process.stdout.write(`${room}: ${score.toFixed(1)}%, below ${fewestNoticed}%\n`);
if (failed.length > 0) process.stdout.write(`Could not be done: ${failed.join(', ')}\n`);
process.exitCode = low.length + failed.length === 0 ? 0 : 1;
