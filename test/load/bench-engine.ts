import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '@app/platform/database/migrate.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@app/platform/embedded/embedded-postgres.js';
import { freePort } from '@app/platform/embedded/free-port.js';
import { generateTown, setClock, tuesdayAfternoon, type GeneratedTown, type TownSize } from './generated-town.js';

/** A process of the application, started for a bench. */
export interface BenchApp {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** An embedded database with the product's own settings, filled with generated people. */
export interface BenchEngine {
  readonly postgres: EmbeddedPostgres;
  readonly town: GeneratedTown;
  /** For files of this run; removed at its end. */
  readonly folder: string;
  startApp(roles: string, options?: AppOptions): Promise<BenchApp>;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Starts a database on a set clock time with a generated town in it.
 * @param settings of the server, where a bench needs others than the product's
 */
export async function openBench(size: TownSize, settings: Readonly<Record<string, string>> = {}): Promise<BenchEngine> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'zb-bench-'));
  // Passable: as root the database server runs as another user.
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: say, settings });
  const encryptionKey = randomBytes(32);
  await migrate(postgres.ownerUrl);
  await setClock(postgres.ownerUrl, tuesdayAfternoon);
  const town = await generateTown(postgres.ownerUrl, encryptionKey, size);
  say(`assumes: ${size.neighbours} willing neighbours and ${size.askers} askers, generated, in 28 neighbourhoods`);
  say('assumes: a Tuesday, 14:00, by the product clock; database and queue in one embedded PostgreSQL, fsync on');
  const apps: BenchApp[] = [];
  const close = async (): Promise<void> => {
    for (const app of apps) await app.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(1)));
  return {
    postgres,
    town,
    folder,
    async startApp(roles, options = {}) {
      const app = await startApp({
        flags: options.nodeFlags ?? [],
        env: {
          DATABASE_URL: postgres.ownerUrl,
          ENCRYPTION_KEY: encryptionKey.toString('base64'),
          DEMONSTRATION: 'false',
          PROCESS_ROLES: roles,
          ...options.env,
        },
      });
      apps.push(app);
      return app;
    },
    close,
  };
}

async function startApp({ flags, env }: { flags: readonly string[]; env: Record<string, string> }): Promise<BenchApp> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [...flags, join(root, 'src/main.js')], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), METRICS_PORT: String(metricsPort), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await printed(child, /^ready /m);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Waits for a line of a child process. @throws when it ends without. */
export async function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (pattern.test(text)) resolve(text);
    });
    child.once('exit', () => reject(new Error(`A process of the bench ended early:\n${text}`)));
  });
}
