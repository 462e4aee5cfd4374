/**
 * `npm run mutation [-- room ...]`: changes the rules in libs/domain one small step at a time and sees whether the tests
 * beside them notice. Rooms that are not named keep their last report while their files are the same. Writes
 * docs/mutation.md once every room has a report, and fails when a room notices too little. Takes long: minutes a room.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installIfStale } from './bootstrap/install.mjs';
import { requireNode } from './bootstrap/require-node.mjs';
import { root, runStep, stopStepsOnSignals } from './bootstrap/run-step.mjs';
import { documentOf, figuresOf, fewestNoticed } from './mutation/document.mjs';

const domain = new URL('libs/domain/', root);
const rooms = readdirSync(domain).filter((name) =>
  readdirSync(new URL(`${name}/`, domain)).some((file) => file.endsWith('.spec.ts')),
);

const reportOf = (room) => new URL(`.tmp/mutation/${room}.json`, root);
const read = (room) => JSON.parse(readFileSync(reportOf(room), 'utf8'));

/** Whether a room has a report about its files as they are now. */
function isReported(room) {
  if (!existsSync(reportOf(room))) return false;
  return Object.entries(read(room).files).every(([path, { source }]) => {
    const file = new URL(path, root);
    return existsSync(file) && readFileSync(file, 'utf8') === source;
  });
}

async function mutate(room) {
  mkdirSync(fileURLToPath(new URL('.tmp/mutation/', root)), { recursive: true });
  const args = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'bin/mutation/stryker.config.mjs'];
  const { ok } = await runStep(`Mutants of ${room}`, process.execPath, args, { env: { MUTATION_ROOM: room } });
  return ok;
}

requireNode();
const named = process.argv.slice(2);
const unknown = named.filter((room) => !rooms.includes(room));
if (unknown.length > 0) {
  process.stderr.write(`No room of the rules: ${unknown.join(', ')}. There are: ${rooms.join(', ')}\n`);
  process.exit(2);
}
stopStepsOnSignals();
if (!(await installIfStale())) process.exit(1);
const wanted = named.length === 0 ? rooms : rooms.filter((room) => named.includes(room) || !isReported(room));
for (const room of wanted) if (!(await mutate(room))) process.exit(1);
const figures = rooms.map((room) => figuresOf(room, read(room)));
writeFileSync(new URL('docs/mutation.md', root), documentOf(figures));
const low = figures.filter(({ score }) => score < fewestNoticed);
for (const { room, score } of figures) process.stdout.write(`${room}: ${score.toFixed(1)}%\n`);
if (low.length > 0) process.stdout.write(`Below ${fewestNoticed}%: ${low.map(({ room }) => room).join(', ')}\n`);
process.exitCode = low.length === 0 ? 0 : 1;
