import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@jest/globals';
import { runFolder } from '../support/run/test-run.js';

/** What a journey was put through: see test/support/run/journeys.mjs, which makes a table of it at the end of the run. */
export type Trial = 'axe' | 'narrow' | 'enlarged' | 'keys';

/** Notes that the journey of this suite went through something so many times, and how many faults that showed. */
export function noteTrial(trial: Trial, times = 1, faults = 0): void {
  const journey = basename(expect.getState().testPath ?? '', '.spec.ts');
  appendFileSync(join(runFolder(), 'journeys'), `${journey} ${trial} ${times} ${faults}\n`);
}
