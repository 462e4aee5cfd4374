import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root, runStep } from './run-step.mjs';

const path = (relative) => fileURLToPath(new URL(relative, root));

/** Each build, what it is made from and where it leaves its stamp: inside what it made, so that both vanish together. */
const builds = [
  {
    label: 'Building the server',
    sources: ['src', 'libs', 'tsconfig.json', 'nest-cli.json', '.swcrc', 'package-lock.json'],
    stampFile: 'dist/.zb-stamp',
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    label: 'Building the web app',
    sources: ['web', 'libs', 'package-lock.json'],
    stampFile: 'dist/web/.zb-stamp',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    onlyWith: 'web/vite.config.ts',
  },
];

/** Every file below a folder (or the file itself) that can change what a build makes. */
function* filesOf(relative) {
  if (!existsSync(path(relative))) return;
  if (!relative.endsWith('/') && !isFolder(relative)) return void (yield relative);
  const entries = readdirSync(path(relative), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name === 'node_modules' || entry.name.endsWith('.spec.ts')) continue;
    const child = `${relative}/${entry.name}`;
    if (entry.isDirectory()) yield* filesOf(child);
    else yield child;
  }
}

function isFolder(relative) {
  try {
    readdirSync(path(relative));
    return true;
  } catch {
    return false;
  }
}

/** Content decides, not times: a checkout or a copy changes times without changing the program. */
function hashOf(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesOf(source)) hash.update(`\0${file}\0`).update(readFileSync(path(file)));
  return hash.digest('hex');
}

/**
 * Builds the server and the web app when their sources changed since the last build.
 * @returns {Promise<boolean>} whether everything is built
 */
export async function buildIfStale() {
  for (const { label, sources, stampFile, command, onlyWith } of builds) {
    if (onlyWith && !existsSync(path(onlyWith))) continue;
    const wanted = hashOf(sources);
    if (existsSync(path(stampFile)) && readFileSync(path(stampFile), 'utf8') === wanted) continue;
    // Vite, and what it brings, take their production form from this variable.
    const { ok } = await runStep(label, process.execPath, command, { env: { NODE_ENV: 'production' } });
    if (!ok) return false;
    writeFileSync(path(stampFile), wanted);
  }
  return true;
}
