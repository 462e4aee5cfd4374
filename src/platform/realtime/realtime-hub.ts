import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import { realtimePath, type ServerMessages } from '@app/contracts/realtime/messages.js';
import { AppConfig } from '../config/app-config.js';
import { applicationRole } from '../database/data-source.js';
import { LOGGER } from '../observability/logger.js';
import { busPool, type BusPool } from './bus-pool.js';

/** A stop does not wait longer than this for sockets and their bus. */
const closeWithinMs = 2_000;

/** So long may the last hints and the farewell take to leave. */
const farewellMs = 500;

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
  private bus: BusPool | undefined;
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
    // The others hear that this one is gone.
    await this.bus?.settle(farewellMs);
    this.bus?.close();
    this.redis?.disconnect();
  }

  /**
   * What others hinted at while this process could not hear them, nobody here was told, and a browser whose line stays
   * open would not know that it shows something old. One whose line opens again fetches what it missed.
   */
  private reopenSockets(): void {
    for (const { conn } of this.server.sockets.sockets.values()) conn.close();
  }

  private adapter(): NonNullable<ServerOptions['adapter']> {
    if (this.config.redisUrl) {
      this.redis = new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
      this.redis.on('error', (error: Error) => this.logger.warn({ err: error }, 'realtime bus error'));
      return createRedisAdapter(this.redis, { streamName: `${this.config.queuePrefix}:realtime`, onlyPlaintext: true });
    }
    const warn = (error: Error): void => this.logger.warn({ err: error }, 'realtime bus error');
    this.bus = busPool(
      {
        connectionString: this.config.databaseUrl,
        options: `-c role=${applicationRole}`,
        application_name: 'zorgzame-buurten-realtime',
        max: 2,
        keepAlive: true,
      },
      warn,
      () => this.reopenSockets(),
    );
    return createPostgresAdapter(this.bus.pool, {
      channelPrefix: 'zb',
      errorHandler: this.bus.onError,
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
