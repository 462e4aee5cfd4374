import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { PostHelpRequestBody } from '@app/contracts/http/help-request-shapes.js';
import { queueSchema } from '@app/platform/database/migrate.js';
import { MailSink } from '@app/platform/mail/mail-sink.js';
import { generateTown, setClock, tuesdayAfternoon, type GeneratedTown, type TownSize } from '../load/generated-town.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { startProcess, type RunningProcess } from '../support/child-process.js';
import { freePort } from '@app/platform/embedded/free-port.js';
import { startRedis, type PrivateRedis } from '../support/redis-server.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

export type Engine = 'postgres' | 'redis';

/** A process of the application with its own port. */
export interface AppProcess extends RunningProcess {
  readonly url: string;
}

const hour = 3_600_000;

/** A generated town with a mail sink, a queue engine, and as many processes of the application as a test starts. */
export class FaultScene {
  private readonly processes: AppProcess[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly town: GeneratedTown,
    readonly sink: MailSink,
    readonly redis: PrivateRedis | undefined,
    private readonly encryptionKey: Buffer,
    private readonly pool: pg.Pool,
  ) {}

  /** @param own a database of the suite itself, where the one server of the run is not to be touched */
  static async open(engine: Engine, size: TownSize, own?: TestDatabase): Promise<FaultScene> {
    const database = own ?? (await createTestDatabase());
    const encryptionKey = randomBytes(32);
    await setClock(database.url, tuesdayAfternoon);
    const town = await generateTown(database.url, encryptionKey, size);
    const sink = new MailSink({ capacity: 20_000 });
    await sink.start();
    const redis = engine === 'redis' ? await startRedis() : undefined;
    const pool = new pg.Pool({ connectionString: database.url, max: 3 });
    pool.on('error', () => undefined);
    return new FaultScene(database, town, sink, redis, encryptionKey, pool);
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill('SIGKILL')));
    await this.pool.end();
    await this.sink.stop();
    await this.redis?.stop();
    await this.database.drop();
  }

  /** Those processes of the application that ended although nobody ended them. */
  async died(): Promise<string[]> {
    const ends = await Promise.all(this.processes.map((one) => Promise.race([one.ended, Promise.resolve(null)])));
    return this.processes.flatMap((one, index) => (ends[index] ? [one.output()] : []));
  }

  /** Starts one process with these roles and waits until it serves. */
  async start(roles: string, env: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    const [port, metricsPort] = [await freePort(), await freePort()];
    const running = await startProcess({
      env: {
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        DATABASE_URL: this.database.url,
        ENCRYPTION_KEY: this.encryptionKey.toString('base64'),
        SMTP_URL: this.sink.url,
        DEMONSTRATION: 'false',
        PROCESS_ROLES: roles,
        ...(this.redis ? { REDIS_URL: this.redis.url } : {}),
        ...env,
      },
    });
    await running.waitForLine(/^ready /m);
    const app = { ...running, url: `http://127.0.0.1:${port}` };
    this.processes.push(app);
    return app;
  }

  /** Rows of one statement, as the system sees its municipality. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query(
        `SELECT set_config('app.scope', 'system', false), set_config('app.municipality_id', $1, false)`,
        [this.town.municipalityId],
      );
      return (await client.query(sql, [...parameters])).rows as Row[];
    } finally {
      client.release();
    }
  }

  /** The one number a statement answers. */
  async count(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: string }>(sql, parameters);
    return Number(row?.count);
  }

  /** Throws away every job of the queue in PostgreSQL. */
  async emptyQueue(): Promise<void> {
    await this.pool.query(`TRUNCATE ${queueSchema}.job CASCADE`);
  }

  /** An asker that no other call got: askers may only post so often. */
  nextAsker(): GeneratedPerson {
    const asker = this.town.askers[this.askersUsed];
    if (!asker) throw new Error('The town has no more askers');
    this.askersUsed += 1;
    return asker;
  }
  private askersUsed = 0;

  requestBody(overrides: Partial<PostHelpRequestBody> = {}): Partial<PostHelpRequestBody> {
    return {
      category: 'walk-dog',
      urgency: 'acute',
      summary: 'Even met de hond naar buiten',
      window: {
        from: new Date(tuesdayAfternoon + hour).toISOString(),
        until: new Date(tuesdayAfternoon + 4 * hour).toISOString(),
      },
      neighbourhoodCode: this.town.neighbourhoodCodes[0] ?? '',
      address: 'Voorbeeldlaan 1',
      ...overrides,
    };
  }

  post(app: AppProcess, asker: GeneratedPerson, body: unknown, key: string = randomUUID()): Promise<Response> {
    return this.call(app, 'POST', '/v1/help-requests', {
      cookie: asker.cookie,
      body,
      headers: { 'idempotency-key': key },
    });
  }

  call(
    app: AppProcess,
    method: string,
    path: string,
    { cookie, body, headers }: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return fetch(`${app.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** Looks again and again until it holds; fails with what was last seen when it does not within `withinMs`. */
export async function eventually<T>(
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  withinMs = 120_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end) throw new Error(`It did not come true; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
}
