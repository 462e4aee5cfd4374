/**
 * `npm run mutation [-- part-of-a-path ...]`: changes the rules in libs/domain one small step at a time and sees whether the
 * tests beside them notice. Takes minutes a file, so files are done one by one and a file that is as it was at its last
 * report is not done again: it can be stopped at any time, and `.tmp/mutation` emptied to begin anew. Writes docs/mutation.md, and fails when a room notices too little.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, stopStepsOnSignals } from './bootstrap/run-step.mjs';
import { documentOf, fewestNoticed, figuresOf } from './mutation/document.mjs';

const read = (path) => readFileSync(new URL(path, root), 'utf8');
const timeOf = (path) => statSync(new URL(path, root)).mtimeMs;
const filesAtOnce = 3;
const isRule = (path) => path.endsWith('.ts') && !/\.(spec|testing)\.ts$|\/index\.ts$/.test(path);

const files = readdirSync(new URL('libs/domain/', root), { recursive: true })
  .map((path) => `libs/domain/${path.replaceAll('\\', '/')}`)
  .filter(isRule)
  .toSorted();

/** `libs/domain/matching` */
const roomOf = (file) => file.split('/').slice(0, 3).join('/');

/** What was found the last time, when the rule is still as it was then. */
function lastReport(file) {
  const path = `.tmp/mutation/${file}.json`;
  if (!existsSync(new URL(path, root))) return undefined;
  const found = JSON.parse(read(path));
  return found.source === read(file) ? found : undefined;
}

/** Some files of one room in one go; what was found is kept file by file. */
async function mutate(room, due) {
  const args = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'bin/mutation/stryker.config.mjs'];
  const began = Date.now();
  const { ok } = await runStep(`Mutants of ${room} (${due.length})`, process.execPath, args, {
    env: { MUTATION_ROOM: room, MUTATION_FILES: due.join(',') },
  });
  const path = `.tmp/mutation/${room}.json`;
  if (!ok || !existsSync(new URL(path, root)) || timeOf(path) < began) return false;
  const { files: reported } = JSON.parse(read(path));
  mkdirSync(new URL(`.tmp/mutation/${room}/`, root), { recursive: true });
  for (const file of due) {
    // A file of types alone has nothing to change, and is not in the report.
    const found = reported[file] ?? { source: read(file), mutants: [] };
    const untold = found.mutants.find(({ status }) => status === 'RuntimeError');
    if (untold) throw new Error(`${file}: a mutant could not be judged: ${untold.statusReason}`);
    writeFileSync(new URL(`.tmp/mutation/${file}.json`, root), JSON.stringify(found));
  }
  return true;
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
for (const room of new Set(wanted.map(roomOf))) {
  const due = wanted.filter((file) => roomOf(file) === room && !lastReport(file));
  // A few at a time: stopped halfway, not much has to be done again.
  for (let from = 0; from < due.length; from += filesAtOnce) {
    const some = due.slice(from, from + filesAtOnce);
    if (!(await mutate(room, some))) failed.push(...some);
    report();
  }
}
const low = report();
for (const { room, score } of low) process.stdout.write(`${room}: ${score.toFixed(1)}%, below ${fewestNoticed}%\n`);
if (failed.length > 0) process.stdout.write(`Could not be done: ${failed.join(', ')}\n`);
process.exitCode = low.length + failed.length === 0 ? 0 : 1;
