import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { AppConfig } from '../config/app-config.js';
import { limitConnections } from './connection-limits.js';
import type { RealtimeHub } from './realtime-hub.js';

type NestServer = ReturnType<IoAdapter['createIOServer']>;

/** Lets Nest's gateways use the hub's server, attached to the HTTP server of the application. */
export class RealtimeAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly hub: RealtimeHub,
    private readonly config: AppConfig,
  ) {
    super(app);
  }

  override createIOServer(): NestServer {
    this.hub.server.attach(this.httpServer);
    limitConnections(this.hub.server.engine, this.config);
    // Nest's adapter brings its own copy of socket.io's types; the server is of the same kind.
    return this.hub.server as unknown as NestServer;
  }

  /**
   * Lets go of the browsers of this process. The HTTP server is left to Fastify: closed from here it would
   * wait for connections that nobody tells to end.
   */
  override close(): Promise<void> {
    this.hub.server.engine.close();
    return Promise.resolve();
  }
}
