import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
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
  /** Sends a statement nobody waits for, in order with all others; when it fails, the transaction does. */
  write(sql: string, parameters: readonly unknown[]): void;
  /** Adds a row to a statement sent once, at the end, with all its rows: each parameter is a column, for `unnest`. */
  gather(sql: string, row: readonly unknown[]): void;
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
        // Whoever was in the way goes first, and two of us do not meet there again.
        await pause(attempt * (10 + Math.random() * 20));
      }
    }
  }

  /** Rows of one statement in a transaction of its own: one journey to the database and back. */
  async query<Row>(tenancy: Tenancy, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.withConnection(async ({ client }) => {
      const [, result] = await Promise.all([
        enter(client, tenancy),
        client.query<Row & pg.QueryResultRow>(sql, [...parameters]),
        client.query('COMMIT'),
      ]);
      return result.rows;
    });
  }

  private runOnce<T>(tenancy: Tenancy, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.withConnection(async ({ client, manager }) => {
      const now = await enter(client, tenancy);
      const pending: PendingEvent[] = [];
      const writes: Promise<unknown>[] = [];
      const gathered = new Map<string, (readonly unknown[])[]>();
      const working = work({
        manager,
        tenancy,
        now,
        query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
          (await client.query<Row & pg.QueryResultRow>(sql, [...parameters])).rows,
        write: (sql, parameters) => {
          const written = client.query(sql, [...parameters]);
          // Looked at when the transaction ends; until then nobody else does.
          written.catch(() => undefined);
          writes.push(written);
        },
        gather: (sql, row) => void gathered.set(sql, [...(gathered.get(sql) ?? []), row]),
        append: (type, payload) => void pending.push({ type, payload }),
      });
      // After a failed write every statement fails; the one to report, and perhaps to try again for, is the first.
      const result = await working.catch(async (error: unknown) => {
        throw (await firstFailure(writes)) ?? error;
      });
      for (const [sql, rows] of gathered) writes.push(client.query(sql, columnsOf(rows)));
      if (pending.length > 0) writes.push(writeEvents(client, tenancy, pending));
      const [{ command }] = await Promise.all([client.query('COMMIT'), ...writes]);
      if (command !== 'COMMIT') throw new Error('A statement of this transaction had failed, so it was rolled back');
      return result;
    });
  }

  /** A connection for one transaction, given back without one whatever happens. */
  private async withConnection<T>(
    work: (connection: { readonly client: pg.ClientBase; readonly manager: EntityManager }) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.ClientBase;
    // Begin and commit go past TypeORM, which asks this before it locks a row.
    (runner as { isTransactionActive: boolean }).isTransactionActive = true;
    let cut: Error | undefined;
    const onCut = (error: Error): void => void (cut ??= error);
    client.on('error', onCut);
    try {
      return await work({ client, manager: runner.manager });
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      // Without its connection TypeORM only says that its runner was released: what cut it is the reason of all that failed.
      throw cut ?? error;
    } finally {
      await runner.release();
      client.off('error', onCut);
    }
  }
}

/** Begins a transaction as this tenant; sent in one go. @returns the product clock, milliseconds since the epoch */
async function enter(client: pg.ClientBase, tenancy: Tenancy): Promise<number> {
  const [, { rows }] = await Promise.all([
    client.query('BEGIN'),
    client.query<{ now: Date }>(
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
    ),
  ]);
  if (!rows[0]) throw new Error('The database gave no clock');
  return rows[0].now.getTime();
}

function columnsOf(rows: readonly (readonly unknown[])[]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

async function firstFailure(writes: readonly Promise<unknown>[]): Promise<unknown> {
  const results = await Promise.allSettled(writes);
  return results.find((result) => result.status === 'rejected')?.reason;
}

function writeEvents(client: pg.ClientBase, tenancy: Tenancy, events: readonly PendingEvent[]): Promise<unknown> {
  return client.query(
    `WITH written AS (
       INSERT INTO outbox (id, municipality_id, type, payload, occurred_at)
       SELECT id, $1, type, payload, app_now()
         FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS e(id, type, payload)
     ) SELECT pg_notify('outbox', '')`,
    [
      tenancy.municipalityId,
      events.map(() => newId()),
      events.map((e) => e.type),
      events.map((e) => JSON.stringify(e.payload)),
    ],
  );
}

/** SQLSTATE of an error that came from PostgreSQL, or ''. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : '';
}
