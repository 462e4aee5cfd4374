import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Connections of the socket adapter, with an end to them. */
export interface BusPool {
  readonly pool: pg.Pool;
  /** Tells of an error, unless it comes from ending the connections. */
  readonly onError: (error: Error) => void;
  /** Waits until what was being told has gone out, but not longer than this. */
  settle(withinMs: number): Promise<void>;
  /** Ends every connection, also one the adapter keeps, and lets it make no new one. */
  close(): void;
}

/**
 * The pool that the PostgreSQL adapter of socket.io listens on. The adapter keeps one client without hearing its
 * errors, never gives it back when it is cut, and tries to reconnect for ever, also when it was closed in the
 * middle of connecting. The first would end this process when the database restarts, the second would use up the
 * pool, the third would keep a stopped process alive.
 */
export function busPool(options: pg.PoolConfig, onError: (error: Error) => void): BusPool {
  const pool = new pg.Pool(options);
  const clients = new Set<pg.PoolClient & { end?: () => Promise<void> }>();
  let closed = false;
  const end = (client: pg.PoolClient & { end?: () => Promise<void> }): void => {
    void client.end?.().catch(() => undefined);
  };
  // What breaks because it was ended is no fault.
  const tell = (error: Error): void => {
    if (!closed) onError(error);
  };
  pool.on('error', tell);
  pool.on('connect', (client) => {
    clients.add(client);
    client.on('error', () => undefined);
    client.once('end', () => {
      clients.delete(client);
      giveBack(client);
    });
    if (closed) end(client);
  });
  return {
    pool,
    onError: tell,
    settle: async (withinMs) => {
      const latest = performance.now() + withinMs;
      // The adapter itself keeps one to listen with.
      const isBusy = (): boolean => pool.waitingCount > 0 || pool.totalCount - pool.idleCount > 1;
      while (isBusy() && performance.now() < latest) await pause(10);
    },
    close: () => {
      closed = true;
      // Those in the queue get no connection any more: each would make a new one when the one before it ends.
      void pool.end().catch(() => undefined);
      // Whoever still tries waits, and nothing waits for that: no timer, no socket.
      pool.connect = (() => new Promise(() => undefined)) as typeof pool.connect;
      for (const client of clients) end(client);
    },
  };
}

function giveBack(client: pg.PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was idle, and the pool has let go of it already.
  }
}
