import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import { AppConfig } from '../config/app-config.js';
import { Municipalities } from '../identity/municipalities.js';
import { SessionReader, sessionTokenOf } from '../identity/session-reader.js';
import { VisitorCookie } from '../identity/visitor-cookie.js';
import { LOGGER } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { RealtimeHub, rooms } from './realtime-hub.js';

/** Who a socket belongs to; read by handlers, decided at the handshake. */
export interface SocketOwner {
  readonly municipalityId: string;
  readonly personId: string | undefined;
}

const mostMessagesPerSecond = 50;

/** Lets a socket in only from our own pages and only with a cookie of ours. */
@Injectable()
export class SocketAdmission {
  constructor(
    @Inject(RealtimeHub) private readonly hub: RealtimeHub,
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(SessionReader) private readonly sessions: SessionReader,
    @Inject(VisitorCookie) private readonly visitors: VisitorCookie,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Must be called once, before the server takes connections. */
  guard(): void {
    this.hub.server.use((socket, next) => {
      this.admit(socket as unknown as Socket).then(
        () => next(),
        (error: unknown) => {
          this.logger.debug({ err: error }, 'socket refused');
          next(new Error('refused'));
        },
      );
    });
  }

  private async admit(socket: Socket): Promise<void> {
    const { headers } = socket.handshake;
    const origin = headers.origin;
    if (origin !== undefined && origin !== new URL(this.config.publicUrl).origin && !isHost(origin, headers.host)) {
      throw new Error('foreign origin');
    }
    const municipality = await this.municipalities.ofHost(headers.host ?? '');
    const token = sessionTokenOf(headers.cookie);
    const person = token ? await this.sessions.read(municipality.id, token) : undefined;
    if (!person && !this.visitors.isGenuine(headers.cookie)) throw new Error('no cookie');
    const owner: SocketOwner = { municipalityId: municipality.id, personId: person?.personId };
    socket.data = owner;
    if (person) await socket.join([rooms.person(person.personId), rooms.session(person.sessionId)]);
    limitMessages(socket);
    this.metrics.sockets.inc();
    socket.on('disconnect', () => this.metrics.sockets.dec());
  }
}

function isHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A flood closes that one socket. */
function limitMessages(socket: Socket): void {
  let left = mostMessagesPerSecond;
  const refill = setInterval(() => (left = mostMessagesPerSecond), 1_000);
  socket.onAny(() => {
    left -= 1;
    if (left < 0) socket.disconnect(true);
  });
  socket.on('disconnect', () => clearInterval(refill));
}
