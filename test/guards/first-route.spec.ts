import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { temporaryFolder } from '../support/temp-folder.js';

// A build, on a machine that may be busy.
jest.setTimeout(120_000);

const kilobyte = 1_000;
const mostScript = 60 * kilobyte;
const mostStyle = 25 * kilobyte;
/** What a server sends before it waits to hear that it arrives: ten packets. */
const mostFirstAnswer = 14 * kilobyte;

let folder: string;
let page: string;
beforeAll(() => {
  folder = temporaryFolder('zb-first-route-');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error'];
  execFileSync(process.execPath, [...vite, '--outDir', folder, '--emptyOutDir'], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  page = readFileSync(join(folder, 'index.html'), 'utf8');
});

/** Bytes over the wire of everything of one kind that the first page names: what it loads before it shows anything. */
function bytesOf(ending: 'js' | 'css'): number {
  const names = new Set(
    [...page.matchAll(new RegExp(`(?:src|href)="/([^"]+\\.${ending})"`, 'g'))].map(([, name]) => name!),
  );
  expect(names.size).toBeGreaterThan(0);
  return [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}

describe('the first page', () => {
  it(`loads at most ${mostScript} bytes of script`, () => {
    expect(bytesOf('js')).toBeLessThanOrEqual(mostScript);
  });

  it(`loads at most ${mostStyle} bytes of style`, () => {
    expect(bytesOf('css')).toBeLessThanOrEqual(mostStyle);
  });

  it.each([
    ['nl', 'Een handje hulp, van een buur dichtbij'],
    ['tr', 'Yakındaki bir komşudan küçük bir yardım'],
  ])('can be read in %s before any script is there, which comes after how it looks', (language, heading) => {
    const made = readFileSync(join(folder, `start-${language}.html`), 'utf8');
    expect(made).toContain(`<html lang="${language}">`);
    expect(made).toContain(`<h1 class="utrecht-heading-1">${heading}</h1>`);
    expect(made).toContain('<script type="module" fetchpriority="low"');
    // It brings how it looks, and waits for no sheet: what it names comes after the last word of it.
    expect(made.indexOf('<style>')).toBeGreaterThan(0);
    expect(made.indexOf('<link rel="stylesheet"')).toBeGreaterThan(made.indexOf('</footer>'));
    expect(gzipSync(made).length).toBeLessThanOrEqual(mostFirstAnswer);
    expect(made).not.toMatch(/<[^>]+ style=/);
  });
});
