import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import { realtimePath, type ServerMessages } from '@app/contracts/realtime/messages.js';
import { AppConfig } from '../config/app-config.js';
import { applicationRole } from '../database/data-source.js';
import { LOGGER } from '../observability/logger.js';

/** A stop does not wait longer than this for sockets and their bus. */
const closeWithinMs = 2_000;

/** A frame is a hint of a few ids; whoever sends more is not one of ours. */
const largestFrameBytes = 16_384;

export const rooms = {
  board: (associationId: string) => `board:${associationId}`,
  person: (personId: string) => `person:${personId}`,
  session: (sessionId: string) => `session:${sessionId}`,
};

type ServerToClient = ServerMessages;
export type RealtimeServer = Server<Record<string, (...args: never[]) => void>, ServerToClient>;

/**
 * The socket server of this process. Processes tell each other through PostgreSQL notifications, or
 * through a Redis stream when REDIS_URL is set, so a worker can reach a browser that a web process holds.
 */
@Injectable()
export class RealtimeHub implements OnApplicationShutdown {
  readonly server: RealtimeServer;
  private pool: pg.Pool | undefined;
  private redis: Redis | undefined;

  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // Nest connects gateways before it calls any hook of a module.
    const options: Partial<ServerOptions> = {
      path: realtimePath,
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: largestFrameBytes,
      pingInterval: 20_000,
      pingTimeout: 10_000,
      serveClient: false,
      cleanupEmptyChildNamespaces: true,
      adapter: this.adapter(),
    };
    this.server = new Server(options);
  }

  /** Tells everyone in a room. Best effort: clients find out by refetching what a lost hint would have told. */
  hint<M extends keyof ServerMessages>(room: string, message: M, ...frame: Parameters<ServerMessages[M]>): void {
    (this.server.to(room).emit as (message: M, ...frame: unknown[]) => boolean)(message, ...frame);
  }

  /** Closes every socket of a session, in all processes. */
  endSession(sessionId: string): void {
    this.server.in(rooms.session(sessionId)).disconnectSockets(true);
  }

  async onApplicationShutdown(): Promise<void> {
    await atMost(closeWithinMs, this.server.close());
    // The adapter may just have taken a client to listen with, and never gives that back.
    await atMost(closeWithinMs, this.pool?.end());
    this.redis?.disconnect();
  }

  private adapter(): NonNullable<ServerOptions['adapter']> {
    if (this.config.redisUrl) {
      this.redis = new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
      this.redis.on('error', (error: Error) => this.logger.warn({ err: error }, 'realtime bus error'));
      return createRedisAdapter(this.redis, { streamName: `${this.config.queuePrefix}:realtime`, onlyPlaintext: true });
    }
    this.pool = new pg.Pool({
      connectionString: this.config.databaseUrl,
      options: `-c role=${applicationRole}`,
      application_name: 'zorgzame-buurten-realtime',
      max: 2,
      keepAlive: true,
    });
    this.pool.on('error', (error) => this.logger.warn({ err: error }, 'realtime bus error'));
    this.pool.on('connect', survive);
    return createPostgresAdapter(this.pool, {
      channelPrefix: 'zb',
      errorHandler: (error) => this.logger.warn({ err: error }, 'realtime bus error'),
    });
  }
}

/** Waits for something to end, but not for ever, and whether or not it ends well. */
async function atMost(milliseconds: number, ending: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([late, Promise.resolve(ending).catch(() => undefined)]);
  clearTimeout(timer);
}

/**
 * The adapter keeps one client for listening, without hearing its errors and without giving it back when it is
 * cut: the first would end the process when the database restarts, the second would use up the pool.
 */
function survive(client: pg.PoolClient): void {
  client.on('error', () => undefined);
  client.once('end', () => {
    try {
      client.release(true);
    } catch {
      // It was idle, and the pool has let go of it already.
    }
  });
}
