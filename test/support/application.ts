import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { symbols, type Logger } from 'pino';
import pg from 'pg';
import type { OutboxEvent } from '@app/contracts/events/domain-event.js';
import type { HelpRequestView, PostedHelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import type { OperationBody } from '@app/contracts/http/operation.js';
import type { Operations } from '@app/contracts/http/index.js';
import type { AnyPlannedJob, JobName } from '@app/contracts/jobs/job-map.js';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { createHttpApp } from '@app/platform/http/create-http-app.js';
import { sessionCookie } from '@app/platform/identity/session-reader.js';
import { MailSink } from '@app/platform/mail/mail-sink.js';
import { createLogger } from '@app/platform/observability/logger.js';
import { jobsFor, REACTIONS, type Reactions } from '@app/platform/outbox/reactions.js';
import { Relay } from '@app/platform/outbox/relay.js';
import { Sweep } from '@app/platform/outbox/sweep.js';
import { JobRunner } from '@app/platform/queue/job-runner.js';
import { QueueEngine } from '@app/platform/queue/queue-engine.js';
import { AppModule } from '../../src/app.module.js';
import type { GeneratedPerson } from '../load/generated-people.js';
import { generateTown, setClock, tuesdayAfternoon, type GeneratedTown, type TownSize } from '../load/generated-town.js';
import { configFor } from './application-config.js';
import { CheckedClient } from './checked-client.js';
import { createTestDatabase, type TestDatabase } from './template-database.js';

export type PostBody = OperationBody<Operations['postHelpRequest']>;

/** Indexes of neighbourhoods in the generated town, by who looks after them. */
export const northOf = 0;
export const southOf = 12;
export const deskOf = 24;

const hour = 3_600_000;

/** The whole application in this process, on a generated town where it is Tuesday 14:00, behind checked HTTP. */
export class Application {
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly database: TestDatabase,
    readonly town: GeneratedTown,
    readonly sink: MailSink,
    readonly app: NestFastifyApplication,
    readonly client: CheckedClient,
    readonly origin: string,
    /** What the application logged, a line each. */
    readonly logLines: readonly string[],
    private readonly pool: pg.Pool,
  ) {}

  static async open(size: Partial<TownSize> = {}, settings: Partial<AppConfig> = {}): Promise<Application> {
    const database = await createTestDatabase();
    const encryptionKey = randomBytes(32);
    await setClock(database.url, tuesdayAfternoon);
    const { neighbours = 6, askers = 6, ...rest } = size;
    const town = await generateTown(database.url, encryptionKey, {
      neighbours,
      askers,
      signedInNeighbours: neighbours,
      ...rest,
    });
    const sink = new MailSink({ capacity: 5_000 });
    await sink.start();
    const config = configFor(database.url, encryptionKey, sink.url, settings);
    const logger = createLogger('trace');
    const lines: string[] = [];
    capture(logger, lines);
    const app = await createHttpApp(AppModule.with({ config, logger, sink: undefined }), config, logger);
    await app.listen(0, '127.0.0.1');
    const origin = `http://127.0.0.1:${new URL(await app.getUrl()).port}`;
    const pool = new pg.Pool({
      connectionString: database.url,
      max: 2,
      // As the system of this municipality: row level security binds the owner too.
      options: `-c app.scope=system -c app.municipality_id=${town.municipalityId}`,
    });
    pool.on('error', () => undefined);
    return new Application(database, town, sink, app, new CheckedClient(origin), origin, lines, pool);
  }

  async close(): Promise<void> {
    await this.app.get(Relay).stop();
    await this.app.get(QueueEngine).stopWorkers();
    await this.app.close();
    await this.pool.end();
    await this.sink.stop();
    await this.database.drop();
  }

  /** Rows of one statement, as the system sees its municipality. */
  async rows<Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, [...parameters])).rows;
  }

  /** The one number a statement answers. */
  async count(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: string }>(`SELECT count(*) AS count FROM (${sql}) AS counted`, parameters);
    return Number(row?.count);
  }

  /** How many rows each table with something of people or requests holds. */
  async rowCounts(): Promise<Readonly<Record<string, number>>> {
    const tables = await this.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'socket_io_attachments' ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) counts[name] = await this.count(`SELECT 1 FROM ${name}`);
    return counts;
  }

  /** Moves the product clock. */
  async wait(interval: string): Promise<void> {
    await this.rows('UPDATE app_clock SET shift = shift + $1::interval', [interval]);
  }

  async trust(personId: string, level: 'vouched' | 'vog'): Promise<void> {
    await this.rows('UPDATE helper_profile SET trust = $2 WHERE person_id = $1', [personId, level]);
  }

  /** Makes the product clock show this instant. */
  setClock(instant: number): Promise<void> {
    return setClock(this.database.url, instant);
  }

  /**
   * Does at once all that follows from what happened, in order, without the queue. What is set for later stays undone.
   * @returns the jobs of the name to hold back, undone
   */
  async workOff(holdBack?: JobName): Promise<AnyPlannedJob[]> {
    const held: AnyPlannedJob[] = [];
    const reactions = this.app.get<readonly Reactions[]>(REACTIONS);
    for (;;) {
      const events = await this.rows<OutboxEvent & { occurred: Date }>(
        `UPDATE outbox SET published_at = app_now() WHERE published_at IS NULL
         RETURNING id, municipality_id AS "municipalityId", type, payload, occurred_at AS occurred`,
      );
      if (events.length === 0) return held;
      const inOrder = events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const jobs = inOrder.flatMap((event) =>
        jobsFor(reactions, { ...event, occurredAt: event.occurred.getTime() }).filter(
          ({ delayMs }) => delayMs === undefined || delayMs <= 0,
        ),
      );
      for (const job of jobs) {
        if (job.name === holdBack) held.push(job);
        else await this.handle(job);
      }
    }
  }

  /** Runs one job now, as the queue would when its time has come, and all that follows from it. */
  async runJob(name: 'help-requests.keep-clock' | 'matching.plan-wave', helpRequestId: string): Promise<void> {
    const { municipalityId } = this.town;
    await this.handle({ name, data: { municipalityId, helpRequestId }, id: randomUUID() });
    await this.workOff();
  }

  /** What the sweep would plan again now. */
  async overdue(): Promise<AnyPlannedJob[]> {
    const engine = this.app.get(QueueEngine);
    const planned: AnyPlannedJob[] = [];
    const add = engine.add.bind(engine);
    engine.add = async (jobs) => void planned.push(...jobs);
    try {
      await this.app.get(Sweep).run();
    } finally {
      engine.add = add;
    }
    return planned;
  }

  async handle(job: AnyPlannedJob): Promise<void> {
    const handler = this.app.get(JobRunner).handlers().get(job.name);
    if (!handler) throw new Error(`Nobody handles ${job.name}`);
    await handler.handle(job.data, { id: job.id, attempt: 1 });
  }

  neighbour(index: number): GeneratedPerson {
    return personAt(this.town.neighbours, index);
  }

  asker(index: number): GeneratedPerson {
    return personAt(this.town.askers, index);
  }

  /** The person to call of the organisation that looks after this neighbourhood: its coordinator or desk worker. */
  async organiser(neighbourhood: number): Promise<{ readonly personId: string; readonly cookie: string }> {
    const [row] = await this.rows<{ id: string }>('SELECT contact_person_id AS id FROM association WHERE id = $1', [
      this.town.organisationIds[neighbourhood],
    ]);
    if (!row) throw new Error('Nobody looks after this neighbourhood');
    return { personId: row.id, cookie: await this.cookieOf(row.id) };
  }

  /** A session of somebody who has none yet. */
  async cookieOf(personId: string): Promise<string> {
    const known = this.cookies.get(personId);
    if (known) return known;
    const token = newToken();
    await this.rows(
      `INSERT INTO session (municipality_id, id, person_id, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, app_now(), app_now() + interval '30 days')`,
      [this.town.municipalityId, newId(), personId, hashToken(token)],
    );
    const cookie = `${sessionCookie}=${token}`;
    this.cookies.set(personId, cookie);
    return cookie;
  }

  /** An acute request in the north, within four hours, that anyone can take. */
  body(overrides: Partial<PostBody> = {}): PostBody {
    return {
      category: 'walk-dog',
      urgency: 'acute',
      summary: 'Even met de hond naar buiten',
      window: {
        from: new Date(tuesdayAfternoon + hour).toISOString(),
        until: new Date(tuesdayAfternoon + 4 * hour).toISOString(),
      },
      neighbourhoodCode: this.code(northOf),
      ...overrides,
    };
  }

  code(neighbourhood: number): string {
    return this.town.neighbourhoodCodes[neighbourhood] ?? '';
  }

  /** Posts a request, which must be taken. */
  async post(cookie: string, overrides: Partial<PostBody> = {}): Promise<PostedHelpRequestView> {
    const headers = { 'idempotency-key': randomUUID() };
    return (await this.client.call('postHelpRequest', { cookie, headers, body: this.body(overrides) })).result();
  }

  async see(id: string, cookie: string): Promise<HelpRequestView> {
    return (await this.client.call('getHelpRequest', { id, cookie })).result();
  }
}

function personAt(people: readonly GeneratedPerson[], index: number): GeneratedPerson {
  const person = people[index];
  if (!person) throw new Error(`The town has no person ${index}`);
  return person;
}

/** Writes what is logged to memory instead of to the terminal. */
function capture(logger: Logger, lines: string[]): void {
  const stream = { write: (line: string) => void lines.push(line) };
  (logger as unknown as Record<symbol, unknown>)[symbols.streamSym] = stream;
}
