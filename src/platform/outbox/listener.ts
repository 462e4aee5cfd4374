import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { AppConfig } from '../config/app-config.js';
import { applicationRole } from '../database/data-source.js';
import { LOGGER } from '../observability/logger.js';

const reconnectMs = 1_000;

/** One connection that listens to PostgreSQL notifications, and comes back when it is cut. */
@Injectable()
export class Listener implements OnApplicationShutdown {
  private readonly listeners = new Map<string, (payload: string) => void>();
  private client: pg.Client | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Calls back for each notification on a channel; the channel name must be one of ours. */
  on(channel: 'outbox' | 'clock', listener: (payload: string) => void): void {
    this.listeners.set(channel, listener);
    if (this.client) void this.client.query(`LISTEN ${channel}`).catch(() => undefined);
    else if (this.listeners.size === 1) void this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      options: `-c role=${applicationRole}`,
      application_name: 'zorgzame-buurten-listener',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => this.listeners.get(channel)?.(payload ?? ''));
    client.on('end', () => this.reconnect());
    try {
      await client.connect();
      if (this.closed) {
        // Stopped while connecting: nobody else would let go of this one.
        await client.end();
        return;
      }
      this.client = client;
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
      // Whatever was said while nobody listened: look for yourselves.
      for (const listener of this.listeners.values()) listener('');
    } catch {
      this.reconnect();
    }
  }

  private reconnect(): void {
    this.client = undefined;
    if (this.closed || this.retry) return;
    this.logger.warn('listening connection lost, polling until it is back');
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect();
    }, reconnectMs);
  }
}
