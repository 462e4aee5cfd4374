import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DomainEvents, EventType } from '@app/contracts/events/domain-event.js';
import { newId } from '../crypto/new-id.js';
import type { Tenancy } from './tenancy.js';

/** PostgreSQL asks to try again: serialization failure, deadlock. */
const transient = new Set(['40001', '40P01']);
const mostTries = 4;

/** One open transaction with its tenancy, its moment and its way out: the outbox. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly tenancy: Tenancy;
  /** Product clock at the start of the transaction, milliseconds since the epoch. */
  readonly now: number;
  /** Rows of one SQL statement. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Records a fact in this same transaction; the relay takes it from there. */
  append<T extends EventType>(type: T, payload: DomainEvents[T]): void;
}

interface PendingEvent {
  readonly type: EventType;
  readonly payload: unknown;
}

/** Runs work in one transaction, as one tenant, and writes its events with it. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Commits what `work` did, or nothing; on a deadlock the whole work runs again, so it must have no other effect. */
  async run<T>(tenancy: Tenancy, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(tenancy, work);
      } catch (error) {
        if (attempt >= mostTries || !transient.has(sqlState(error))) throw error;
      }
    }
  }

  private async runOnce<T>(tenancy: Tenancy, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      const now = await this.enter(runner.manager, tenancy);
      const pending: PendingEvent[] = [];
      const result = await work({
        manager: runner.manager,
        tenancy,
        now,
        query: async (sql, parameters) => rowsOf(await runner.manager.query(sql, parameters as unknown[])),
        append: (type, payload) => void pending.push({ type, payload }),
      });
      await this.writeEvents(runner.manager, tenancy, pending);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // The connection may be what failed; the reason to report is the first one.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async enter(manager: EntityManager, tenancy: Tenancy): Promise<number> {
    const [row] = await manager.query<{ now: Date }[]>(
      `SELECT set_config('app.municipality_id', $1, true), set_config('app.scope', $2, true),
              set_config('app.person_id', $3, true), set_config('app.organisation_ids', $4, true),
              set_config('app.subject_id', $5, true), app_now() AS now`,
      [
        tenancy.municipalityId,
        tenancy.scope,
        tenancy.personId ?? '',
        (tenancy.organisationIds ?? []).join(','),
        tenancy.subjectId ?? '',
      ],
    );
    if (!row) throw new Error('The database gave no clock');
    return row.now.getTime();
  }

  private async writeEvents(manager: EntityManager, tenancy: Tenancy, events: readonly PendingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const ids = events.map(() => newId());
    await manager.query(
      `WITH written AS (
         INSERT INTO outbox (id, municipality_id, type, payload, occurred_at)
         SELECT id, $1, type, payload, app_now()
           FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS e(id, type, payload)
       ) SELECT pg_notify('outbox', '')`,
      [tenancy.municipalityId, ids, events.map((e) => e.type), events.map((e) => JSON.stringify(e.payload))],
    );
  }
}

/** TypeORM answers an UPDATE or DELETE with the returned rows and their count, everything else with rows. */
function rowsOf<Row>(result: Row[] | [Row[], number]): Row[] {
  return Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : (result as Row[]);
}

/** SQLSTATE of an error that came from PostgreSQL, or ''. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : '';
}
