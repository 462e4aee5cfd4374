import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const web = join(import.meta.dirname, '..');
const brand = readFileSync(join(web, 'styles/tokens/brand.css'), 'utf8');
const files = ['styles', 'frame', 'parts', 'screens', '../src/platform/pages']
  .flatMap((folder) =>
    readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(css|tsx?)$/.test(file) && !file.endsWith('brand.css') && !/\.(spec|testing)\./.test(file))
  .map((file) => ({ file, text: readFileSync(join(web, file), 'utf8') }));

/** A colour of its own: a shade of transparent black is none. */
const colour = /#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi;
const names = (text: string): Set<string> => new Set([...text.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name!));
const used = new Set(
  files.flatMap(({ text }) => [...text.matchAll(/var\((--(?:zb|m)[\w-]*)\s*\)/g)].map(([, name]) => name!)),
);

describe('the look of a municipality', () => {
  it('is wholly in the one file that it replaces: no colour stands anywhere else', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap(({ file, text }) => (text.match(colour) ?? []).map((value) => `${file}: ${value}`));
    // The browser's own bar, which knows no tokens; a code to scan, black on white in every look; ink on paper.
    const allowed = /render-page\.ts: #3d1937$|qr-code\.tsx: #(fff|000)$|monitor\.css: #000$/;
    expect(found.filter((place) => !allowed.test(place))).toEqual([]);
  });

  it('gives every name that the screens ask for', () => {
    const given = new Set([...names(brand), ...files.flatMap(({ text }) => [...names(text)])]);
    expect(used.size).toBeGreaterThan(20);
    expect([...used].filter((name) => !given.has(name))).toEqual([]);
  });

  it('names nothing for the dark that has no colour in the light', () => {
    const [light = '', dark = ''] = brand.split('@media screen and (prefers-color-scheme: dark)');
    expect(names(dark).size).toBeGreaterThan(15);
    expect([...names(dark)].filter((name) => !names(light).has(name))).toEqual([]);
  });
});
