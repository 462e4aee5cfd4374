import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Socket } from 'socket.io';
import type { RealtimeHub } from './realtime-hub.js';

type NestServer = ReturnType<IoAdapter['createIOServer']>;

/** Lets Nest's gateways use the hub's server, attached to the HTTP server of the application. */
export class RealtimeAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly hub: RealtimeHub,
  ) {
    super(app);
  }

  override createIOServer(): NestServer {
    this.hub.server.attach(this.httpServer);
    this.hub.server.engine.on('connection', limitPackets);
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

/** Many times what may be said: that limit ends a socket with a word, this one ends what is no socket yet. */
const mostPacketsPerSecond = 400;

/**
 * A flood closes that one connection. Counted below the messages: what is no message, or comes before a cookie was
 * looked at, costs as much.
 */
function limitPackets(connection: Socket['conn']): void {
  let left = mostPacketsPerSecond;
  const refill = setInterval(() => (left = mostPacketsPerSecond), 1_000);
  connection.on('packet', () => {
    left -= 1;
    if (left < 0) connection.close(true);
  });
  connection.on('close', () => clearInterval(refill));
}
