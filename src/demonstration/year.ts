import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngines, type Engines } from '../boot/engines.js';
import { runApplication } from '../boot/run-application.js';
import { ConfigurationError, readEnvironment } from '@app/platform/config/config.js';
import { migrate } from '@app/platform/database/migrate.js';
import { DataFolderHeldError } from '@app/platform/embedded/data-folder.js';
import { createLogger } from '@app/platform/observability/logger.js';
import { firstMoment } from './opening-moment.js';
import type { YearSource } from './year/lived-year.js';
import { makeYear } from './year/make-year.js';
import { readYearOptions, yearHelp, YearOptionError, type YearOptions } from './year/options.js';
import { openCircles } from './year/open-circles.js';
import { newYearFolder, YearFolderError } from './year/year-folder.js';

const explained = [YearOptionError, YearFolderError, ConfigurationError, DataFolderHeldError];
const dueWithinMs = 35_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run demo:year`: a demonstration with a year in it, in a folder of its own.
 * @param source who lives the year; given, because nothing that is served may know of it
 */
export async function demonstrateYear(args: readonly string[], source: YearSource): Promise<void> {
  try {
    const options = readYearOptions(args, process.env['DATA_DIR']);
    if (options === 'help') say(yearHelp);
    else await make(options, source);
  } catch (error) {
    const known = explained.some((kind) => error instanceof kind);
    process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}

async function make(options: YearOptions, source: YearSource): Promise<void> {
  const began = performance.now();
  const folder = await newYearFolder(options.folder, process.env);
  const engines = await startEngines(readEnvironment({ DATA_DIR: folder, PORT: '0', DEMONSTRATION: 'on' }), say);
  try {
    await migrate(engines.config.ownerUrl ?? engines.config.databaseUrl);
    const made = await makeYear(engines.config, source, options, firstMoment(Date.now()), say);
    await openDoors(engines);
    const seconds = Math.round((performance.now() - began) / 1_000);
    say(`${made.requests} requests, ${made.asks} asks, quarters ${made.quarters.join(', ')}: made in ${seconds} s`);
    say(`start it with: DATA_DIR=${options.folder} npm start`);
  } finally {
    await engines.stop();
  }
}

/** The application does what is due by now: it asks for what is open, and looks at campaigns. Circles are begun through it. */
async function openDoors(engines: Engines): Promise<void> {
  say('opening it for the first time: asking for what is open now, and beginning circles');
  const application = await runApplication(engines, createLogger('error'));
  try {
    // What is due by now is found by a look every 30 seconds at the latest; letters of it leave before those of circles.
    await sleep(dueWithinMs);
    await openCircles(`http://127.0.0.1:${engines.config.port}`);
  } finally {
    await application.stop();
  }
}
