import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { galleryOf } from './gallery.mjs';

it('lists each screen on one line, with its address, what it shows and its own pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zb-gallery-'));
  try {
    const about = (name: string, rest: object) =>
      writeFileSync(join(folder, `${name}.json`), JSON.stringify({ name, path: '/', heading: 'Kop\n', ...rest }));
    about('start', { path: '/' });
    about('bereid', { path: '/bereid/waar', state: 'Er mist nog iets' });
    for (const name of ['start-390-light', 'start-390-dark', 'start-twee-390-light', 'bereid-1280-light'])
      writeFileSync(join(folder, `${name}.png`), '');
    expect(
      galleryOf(folder)
        .split('\n')
        .filter((line) => line.startsWith('- ')),
    ).toEqual([
      '- **bereid** `/bereid/waar` Kop: Er mist nog iets [1280](bereid-1280-light.png)',
      '- **start** `/` Kop [390-dark](start-390-dark.png) [390](start-390-light.png)',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
