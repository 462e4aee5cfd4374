import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goalsOf } from '../figures/goals.js';
import type { ScenarioResults } from '../run/study.js';
import { drawn } from './chart.js';
import { documentOf } from './document.js';
import { picturesOf } from './figures.js';
import { leastAsksOf } from './least-asks-table.js';

/** Writes `twin.md` and its pictures into `folder`. */
export async function writeReport(
  folder: string,
  command: string,
  results: ReadonlyMap<string, ScenarioResults>,
): Promise<void> {
  const base = results.get('base');
  if (base === undefined) throw new RangeError('A report needs the base');
  const pictures = picturesOf(results);
  const text = documentOf({
    command,
    results,
    base,
    goals: goalsOf(results),
    leastAsks: leastAsksOf(base),
    pictures,
  });
  mkdirSync(join(folder, 'twin'), { recursive: true });
  for (const { file, spec } of pictures) writeFileSync(join(folder, 'twin', file), await drawn(spec));
  writeFileSync(join(folder, 'twin.md'), text);
}
