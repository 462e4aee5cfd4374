/** The rules and their tests as modules that can be begun anew for each mutant: compiled once, run as often as asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { transformSync } from '@swc/core';

const nodeRequire = createRequire(import.meta.url);

function compile(path) {
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    filename: path,
    configFile: false,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  return runInThisContext(`(function (exports, require) {${code}\n})`, { filename: path });
}

/** Where an import of a rule points to: another file of ours, or a package by its name. */
function fileOf(specifier, from) {
  const alias = /^@app\/domain\/(.*)\.js$/.exec(specifier);
  if (alias) return resolve('libs/domain', `${alias[1]}.ts`);
  return specifier.startsWith('.') ? resolve(dirname(from), specifier.replace(/\.js$/, '.ts')) : undefined;
}

/**
 * @param {string} room such as `libs/domain/matching`
 * @returns {(packages: Record<string, unknown>, entering: (file: string) => void) => void} runs every test file of the room
 *   from the beginning, with `packages` in the place of those named, and says which file it is about to run
 */
export function loadRoom(room) {
  const compiled = new Map();
  const specs = readdirSync(room, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => resolve(join(room, name)))
    .toSorted();
  return (packages, entering) => {
    const loaded = new Map();
    const load = (path) => {
      const known = loaded.get(path);
      if (known) return known;
      const exports = {};
      loaded.set(path, exports);
      if (!compiled.has(path)) compiled.set(path, compile(path));
      compiled.get(path)(exports, (specifier) => {
        const file = fileOf(specifier, path);
        return file ? load(file) : (packages[specifier] ?? nodeRequire(specifier));
      });
      return exports;
    };
    for (const spec of specs) {
      entering(relative('.', spec));
      load(spec);
    }
  };
}
