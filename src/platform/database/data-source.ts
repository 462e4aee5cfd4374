import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { migrations } from './migrations/index.js';
import { PreparedClient } from './prepared-client.js';

export interface ConnectionOptions {
  readonly url: string;
  /** Connections this process may hold at once. */
  readonly poolSize?: number;
  readonly applicationName?: string;
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
  readonly onPoolError?: (error: Error) => void;
}

/** Role every business query runs as: owns nothing, bypasses nothing. */
export const applicationRole = 'zb_app';

/** A data source whose every connection has stepped down to the application role before its first query. */
export function applicationDataSource(options: ConnectionOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...(options.entities ?? [])] as never[],
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'zorgzame-buurten',
    // Waiting for a free connection counts too: a crowd saying yes at once stands in line behind one row.
    connectTimeoutMS: 15_000,
    // TypeORM must not try to create extensions as the application role.
    installExtensions: false,
    extra: {
      options: `-c role=${applicationRole} -c timezone=UTC -c idle_in_transaction_session_timeout=30000 -c lock_timeout=10000`,
      idleTimeoutMillis: 30_000,
      Client: PreparedClient,
      // What does not wait for an answer goes out with what went before it, in one journey.
      pipeline: true,
    },
    poolErrorHandler: options.onPoolError ?? (() => undefined),
  });
}

/** A data source as the owner of the schema: migrations and administration only. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: 2,
    applicationName: 'zorgzame-buurten-owner',
    connectTimeoutMS: 5_000,
    installExtensions: false,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    extra: { options: '-c timezone=UTC' },
  });
}
