import 'reflect-metadata';
import { startEngines, type Engines } from './boot/engines.js';
import { drainMs, runApplication, type RunningApplication } from './boot/run-application.js';
import { ConfigurationError, readEnvironment } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { DataFolderHeldError } from './platform/embedded/data-folder.js';
import { createLogger } from './platform/observability/logger.js';
import { prepareDemonstration } from './demonstration/prepare.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

let engines: Engines | undefined;
let application: RunningApplication | undefined;
let stopping = false;

/** Ctrl-C or the platform's stop signal: end the work in hand, stop what was started, go. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('stopping');
  setTimeout(() => process.exit(1), drainMs).unref();
  // What is being started must be there before it can be stopped.
  await starting.catch(() => undefined);
  await application?.stop();
  await engines?.stop();
  process.exit(0);
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = createLogger(environment.LOG_LEVEL);
  engines = await startEngines(environment, say);
  if (stopping) return;
  // Without the owner's login somebody else migrates; until then this process is not ready.
  if (engines.config.ownerUrl !== undefined) await migrate(engines.config.ownerUrl);
  if (engines.config.demonstration) await prepareDemonstration(engines.config, say);
  if (stopping) return;
  application = await runApplication(engines, logger);
  const { config } = engines;
  if (config.demonstration) say(`demonstration of Leusden; its mailbox is at ${config.publicUrl}/demo`);
  say(`ready http://localhost:${config.port}`);
}

const starting = start();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

try {
  await starting;
} catch (error) {
  const known = error instanceof ConfigurationError || error instanceof DataFolderHeldError;
  process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
  await application?.stop().catch(() => undefined);
  await engines?.stop();
  process.exit(1);
}
