import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';
import { jobQueues } from '@app/contracts/jobs/job-map.js';
import { LOGGER } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { QueueEngine } from '../queue/queue-engine.js';
import { Listener } from './listener.js';
import { jobsFor, REACTIONS, type Reactions } from './reactions.js';

const batchSize = 200;
/** Polling is the truth; the notification only makes it quick. */
const pollMs = 500;

interface OutboxRow {
  readonly id: string;
  readonly municipality_id: string;
  readonly type: EventType;
  readonly payload: never;
  readonly occurred_at: Date;
}

/**
 * Carries events from the outbox to the queue. Claims rows with SKIP LOCKED, so several relays share the
 * work, and marks them published in the transaction that held the lock: a relay that dies in between
 * leaves the rows pending, and the fixed job ids make the second handing-over harmless.
 */
@Injectable()
export class Relay implements OnApplicationShutdown {
  private running = false;
  private wake: (() => void) | undefined;
  private poked = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(QueueEngine) private readonly engine: QueueEngine,
    @Inject(REACTIONS) private readonly reactions: readonly Reactions[],
    @Inject(Listener) private readonly listener: Listener,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.listener.on('outbox', () => this.poke());
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.poke();
    await this.loop;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Hands over one batch; returns how many events that were. */
  async relayBatch(): Promise<number> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.ClientBase;
    try {
      const [, , { rows }] = await Promise.all([
        client.query('BEGIN'),
        // A mark that a crash forgets is made again, and the jobs it stands for are harmless twice.
        client.query('SET LOCAL synchronous_commit = off'),
        client.query<OutboxRow>(
          `SELECT id, municipality_id, type, payload, occurred_at FROM outbox
            WHERE published_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
          [batchSize],
        ),
      ]);
      if (rows.length > 0) {
        const jobs = rows.flatMap((row) => jobsFor(this.reactions, toEvent(row)));
        await this.engine.add(jobs, (job) => jobQueues[job.name]);
      }
      await Promise.all([
        rows.length > 0 &&
          client.query('UPDATE outbox SET published_at = app_now() WHERE id = ANY ($1::uuid[])', [
            rows.map((r) => r.id),
          ]),
        client.query('COMMIT'),
      ]);
      this.metrics.outboxPublished.inc(rows.length);
      return rows.length;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private poke(): void {
    this.poked = true;
    this.wake?.();
  }

  private async run(): Promise<void> {
    let pause = 0;
    while (this.running) {
      try {
        this.poked = false;
        const count = await this.relayBatch();
        pause = count === batchSize ? 0 : pollMs;
      } catch (error) {
        this.logger.warn({ err: error }, 'relay could not hand over events, will try again');
        pause = 1_000;
        this.poked = false;
      }
      if (pause > 0 && !this.poked) await this.sleep(pause);
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.wake = done;
      if (!this.running) done();
    });
  }
}

function toEvent(row: OutboxRow): OutboxEvent {
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    type: row.type,
    payload: row.payload,
    occurredAt: row.occurred_at.getTime(),
  };
}
