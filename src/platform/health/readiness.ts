import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { migrations } from '../database/migrations/index.js';
import { QueueEngine } from '../queue/queue-engine.js';

export interface ReadinessReport {
  readonly status: 'ok' | 'unavailable' | 'stopping';
  readonly checks: { readonly database: boolean; readonly queue: boolean; readonly migrations: boolean };
}

const patienceMs = 2_000;

/** Whether this process can do its work now. */
@Injectable()
export class Readiness {
  private stopping = false;
  private last: ReadinessReport['checks'] = { database: false, queue: false, migrations: false };

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(QueueEngine) private readonly engine: QueueEngine,
  ) {}

  /** From now on report that no new work should come here. */
  announceStop(): void {
    this.stopping = true;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  async check(): Promise<ReadinessReport> {
    // Whoever sends work here must hear of a stop at once, however busy the stores are.
    if (this.stopping) return { status: 'stopping', checks: this.last };
    const [applied, queue] = await Promise.all([this.appliedMigrations(), this.engine.ping()]);
    const database = applied !== undefined;
    const upToDate = applied !== undefined && applied >= migrations.length;
    const checks = { database, queue, migrations: upToDate };
    this.last = checks;
    if (this.stopping) return { status: 'stopping', checks };
    // Posting goes on without the queue, so a dead queue is reported but does not take the web process away.
    return { status: database && upToDate ? 'ok' : 'unavailable', checks };
  }

  private async appliedMigrations(): Promise<number | undefined> {
    const query = this.dataSource
      .query<{ count: number }[]>('SELECT count(*)::int AS count FROM migrations')
      .then((rows) => rows[0]?.count)
      .catch(() => undefined);
    const late = new Promise<undefined>((resolve) => void setTimeout(resolve, patienceMs, undefined).unref());
    return Promise.race([query, late]);
  }
}
