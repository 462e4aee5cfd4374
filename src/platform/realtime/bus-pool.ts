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
 * pool, the third would keep a stopped process alive. And it says nothing when it listens again, although nobody tells
 * it what it missed: `onBack` is called then.
 */
export function busPool(
  options: pg.PoolConfig,
  onError: (error: Error) => void,
  onBack: () => void = () => undefined,
): BusPool {
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
  tellWhenBack(pool, onBack);
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

/** Only the adapter asks for a connection to keep, without a callback: it listens on that one as soon as it has it. */
function tellWhenBack(pool: pg.Pool, onBack: () => void): void {
  const connect = pool.connect.bind(pool) as (...callback: unknown[]) => Promise<pg.PoolClient>;
  let wasCut = false;
  const connectToKeep = async (): Promise<pg.PoolClient> => {
    const client = await connect();
    client.once('end', () => (wasCut = true));
    if (wasCut) {
      // After what the adapter says first on it, which is that it listens.
      setImmediate(() => void client.query('SELECT 1').then(onBack, () => undefined));
      wasCut = false;
    }
    return client;
  };
  pool.connect = ((...callback: unknown[]) =>
    callback.length > 0 ? connect(...callback) : connectToKeep()) as typeof pool.connect;
}

function giveBack(client: pg.PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was idle, and the pool has let go of it already.
  }
}
