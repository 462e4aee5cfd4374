import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server } from 'socket.io';
import type { RealtimeHub } from './realtime-hub.js';

/** Lets Nest's gateways use the hub's server, attached to the HTTP server of the application. */
export class RealtimeAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly hub: RealtimeHub,
  ) {
    super(app);
  }

  override createIOServer(): Server {
    // socket.io's own types do not let a typed server pass for an untyped one.
    const server = this.hub.server as unknown as Server;
    server.attach(this.httpServer);
    return server;
  }
}
