import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { io, type Socket } from 'socket.io-client';
import type { BoardWatchAnswer } from '@app/contracts/realtime/messages.js';
import { realtimePath } from '@app/contracts/realtime/messages.js';
import { BoardModule } from '@app/features/board/index.js';
import { ProjectBoardEntry } from '@app/features/board/project-board-entry.js';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { hashToken, newToken } from '@app/platform/crypto/secret-hash.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { createHttpApp } from '@app/platform/http/create-http-app.js';
import { sessionCookie } from '@app/platform/identity/session-reader.js';
import { VisitorCookie } from '@app/platform/identity/visitor-cookie.js';
import { createLogger } from '@app/platform/observability/logger.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import type { BoardScene, BoardTown } from './board-scene.js';

@Module({})
class BoardOnly {}

function configFor(databaseUrl: string): AppConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    metricsPort: 0,
    publicUrl: 'http://zorgzamebuurten.invalid',
    ownerUrl: databaseUrl,
    databaseUrl,
    databasePool: 6,
    redisUrl: undefined,
    queuePrefix: 'zb-test',
    roles: ['web'],
    demonstration: false,
    passkeysRequired: false,
    encryptionKey: randomBytes(32),
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: 'Test <test@example.invalid>',
    mailReply: undefined,
    smsGateway: undefined,
    voiceGateway: undefined,
    geocoderUrl: undefined,
    mapTiles: undefined,
    trustProxy: 0,
    workerConcurrency: 1,
    logLevel: 'silent',
    auditHeadsFile: undefined,
    webRoot: '/nowhere',
  };
}

/** What a browser sends when it opens a socket. */
export interface Handshake {
  readonly cookie?: string | undefined;
  readonly origin?: string;
  readonly host?: string;
  /** What a proxy says about where it comes from. */
  readonly forwardedFor?: string;
}

/** A web process with the board alone, listening, and clients of it. */
export class RealtimeScene {
  private readonly clients: Socket[] = [];

  private constructor(
    readonly scene: BoardScene,
    readonly app: NestFastifyApplication,
    readonly url: string,
  ) {}

  static async open(scene: BoardScene): Promise<RealtimeScene> {
    const config = configFor(scene.databaseUrl);
    const logger = createLogger('silent');
    const platform = PlatformModule.with({ config, logger, entities: [], reactions: [] });
    const app = await createHttpApp({ module: BoardOnly, imports: [platform, BoardModule] }, config, logger);
    await app.listen(0, '127.0.0.1');
    const port = (await app.getUrl()).split(':').at(-1);
    return new RealtimeScene(scene, app, `http://127.0.0.1:${port}`);
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.disconnect();
    await this.app.close();
  }

  /** Cookie of a browser that opened one of our pages. */
  visitor(): string {
    return this.app.get(VisitorCookie).issue().split(';')[0] ?? '';
  }

  /** Signs somebody new in. */
  async signIn(
    town: BoardTown,
  ): Promise<{ readonly personId: string; readonly sessionId: string; readonly cookie: string }> {
    const [personId, sessionId, token] = [newId(), newId(), newToken()];
    await this.scene.insertPerson(town.id, personId);
    await this.scene.unitOfWork.run(asSystem(town.id), (tx) =>
      tx.query(
        `INSERT INTO session (municipality_id, id, person_id, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, app_now(), app_now() + interval '1 day')`,
        [town.id, sessionId, personId, hashToken(token)],
      ),
    );
    return { personId, sessionId, cookie: `${sessionCookie}=${token}` };
  }

  /** A client that has tried to connect: look at `connected`. */
  async connect(handshake: Handshake): Promise<Socket> {
    const { cookie, origin, host = 'stad.invalid', forwardedFor } = handshake;
    const headers = {
      host,
      ...(cookie ? { cookie } : {}),
      ...(origin ? { origin } : {}),
      ...(forwardedFor ? { 'x-forwarded-for': forwardedFor } : {}),
    };
    const client = io(this.url, {
      path: realtimePath,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
    });
    this.clients.push(client);
    await new Promise<void>((resolve) => {
      client.once('connect', () => resolve());
      client.once('connect_error', () => resolve());
    });
    return client;
  }

  /** Through the application's own hub, so that frames reach the sockets. */
  project(town: BoardTown, helpRequestId: string): Promise<void> {
    const projector = this.app.get(ProjectBoardEntry, { strict: false });
    return projector.handle({ municipalityId: town.id, helpRequestId }, { id: newId(), attempt: 1 });
  }

  /** Over HTTP itself: `fetch` would not let a test choose the host it asks for. */
  get(path: string): Promise<Response> {
    return new Promise((resolve, reject) => {
      const asking = get(`${this.url}${path}`, { headers: { host: 'stad.invalid' } }, (answer) => {
        text(answer).then((body) => resolve(new Response(body, { status: answer.statusCode ?? 0 })), reject);
      });
      asking.once('error', reject);
    });
  }
}

export function watch(client: Socket, area: unknown): Promise<BoardWatchAnswer> {
  return client.timeout(20_000).emitWithAck('board.watch', area) as Promise<BoardWatchAnswer>;
}

/** The next frame of one kind. */
export function next(client: Socket, message: string): Promise<unknown> {
  return new Promise((resolve) => void client.once(message, resolve));
}

/** Why the server let go of a client. */
export function disconnected(client: Socket): Promise<string> {
  return new Promise((resolve) => void client.once('disconnect', (reason) => resolve(reason)));
}
