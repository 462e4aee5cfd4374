import { randomBytes } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AssociationsModule } from '@app/features/associations/index.js';
import { ContactConfirmations, entities, PeopleModule, SignInChallenges } from '@app/features/people/index.js';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { createHttpApp } from '@app/platform/http/create-http-app.js';
import { createLogger } from '@app/platform/observability/logger.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

@Module({})
class PeopleOnly {}

/** A municipality of two buurten: one of an association, one of the desk. */
export interface Town {
  readonly id: string;
  readonly host: string;
  readonly covered: string;
  readonly uncovered: string;
  readonly associationId: string;
  readonly deskId: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a scene has beside people and associations. */
interface Wanted {
  readonly modules?: readonly Type[];
  readonly passkeysRequired?: boolean;
}

/** People and associations behind HTTP, on a database of their own. */
export class PeopleScene {
  private towns = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
    private readonly port: number,
  ) {}

  static async open({ modules = [], passkeysRequired = false }: Wanted = {}): Promise<PeopleScene> {
    const database = await createTestDatabase();
    const config = configFor(database.url, passkeysRequired);
    const logger = createLogger('silent');
    const platform = PlatformModule.with({ config, logger, entities, reactions: [] });
    const module = { module: PeopleOnly, imports: [platform, PeopleModule, AssociationsModule, ...modules] };
    const app = await createHttpApp(module, config, logger);
    await app.listen(0, '127.0.0.1');
    return new PeopleScene(database, app, Number(new URL(await app.getUrl()).port));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  get confirmations(): ContactConfirmations {
    return this.app.get(ContactConfirmations, { strict: false });
  }

  run<T>(town: Town, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(UnitOfWork).run(asSystem(town.id), work);
  }

  rows<Row>(town: Town, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.run(town, (tx) => tx.query<Row>(sql, parameters));
  }

  /** Moves the product clock, which only the owner of the database may. */
  async wait(interval: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    await client.query('UPDATE app_clock SET shift = shift + $1::interval', [interval]);
    await client.end();
  }

  async addTown(): Promise<Town> {
    this.towns += 1;
    const number = String(2000 + this.towns);
    const town: Town = {
      id: newId(),
      host: `stad${number}.invalid`,
      covered: `BU${number}0001`,
      uncovered: `BU${number}0002`,
      associationId: newId(),
      deskId: newId(),
    };
    const { id, covered, uncovered } = town;
    await this.run(town, async (tx) => {
      await tx.query('INSERT INTO municipality (id, code, name, hostname) VALUES ($1, $2, $2, $3)', [
        id,
        `GM${number}`,
        town.host,
      ]);
      await tx.query(`INSERT INTO district (code, municipality_id, name) VALUES ($1, $2, 'Wijk')`, [`WK${number}`, id]);
      await tx.query(
        `INSERT INTO cell (code, municipality_id, name) SELECT code, $1, 'Cel' FROM unnest($2::text[]) AS c(code)`,
        [id, [covered, uncovered]],
      );
      await tx.query(
        `INSERT INTO neighbourhood (code, municipality_id, district_code, cell_code, name, dwellings, longitude, latitude)
         SELECT code, $1, $3, code, 'Buurt', 100, 5.43, 52.13 FROM unnest($2::text[]) AS c(code)`,
        [id, [covered, uncovered], `WK${number}`],
      );
      await tx.query(
        `INSERT INTO association (municipality_id, id, kind, name)
         VALUES ($1, $2, 'association', 'Wijkvereniging'), ($1, $3, 'desk', 'Loket')`,
        [id, town.associationId, town.deskId],
      );
      await tx.query(
        'INSERT INTO association_area (neighbourhood_code, municipality_id, association_id) VALUES ($1, $2, $3)',
        [covered, id, town.associationId],
      );
    });
    return town;
  }

  call(town: Town, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, given: Given = {}): Promise<Answer> {
    const headers = {
      host: town.host,
      ...(given.cookie ? { cookie: given.cookie } : {}),
      ...(given.language ? { 'accept-language': given.language } : {}),
      ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return new Promise((resolve, reject) => {
      // fetch does not let a caller choose the Host header, by which a municipality is found.
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, headers }, (answer) => {
        void text(answer).then((body) =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(given.body === undefined ? undefined : JSON.stringify(given.body));
    });
  }

  async challenge(town: Town, email: string): Promise<string> {
    const answer = await this.call(town, 'POST', '/v1/sign-in-challenges', { body: { email } });
    return String(answer.body['challengeId']);
  }

  /** The code that would be mailed; undefined when nothing would. */
  codeOf(town: Town, challengeId: string): Promise<string | undefined> {
    const challenges = this.app.get(SignInChallenges, { strict: false });
    return this.run(town, async (tx) => (await challenges.readForSending(tx, challengeId))?.code);
  }

  redeem(town: Town, challengeId: string, code: string): Promise<Answer> {
    return this.call(town, 'POST', '/v1/sessions', { body: { challengeId, code } });
  }

  async signIn(town: Town, email: string): Promise<{ readonly personId: string; readonly cookie: string }> {
    const challengeId = await this.challenge(town, email);
    const answer = await this.redeem(town, challengeId, (await this.codeOf(town, challengeId)) ?? '');
    return { personId: String(answer.body['personId']), cookie: cookieOf(answer) };
  }
}

interface Given {
  readonly cookie?: string;
  readonly language?: string;
  readonly body?: unknown;
}

/** The Set-Cookie header, of which there is one at most. */
export function setCookie(answer: Answer): string {
  return answer.headers['set-cookie']?.join('\n') ?? '';
}

/** What a browser would send back. */
export function cookieOf(answer: Answer): string {
  return setCookie(answer).split(';')[0] ?? '';
}

/** A code that is certainly not this one. */
export function wrongCode(code: string | undefined): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

function configFor(databaseUrl: string, passkeysRequired: boolean): AppConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    metricsPort: 0,
    publicUrl: 'http://zorgzamebuurten.invalid',
    ownerUrl: databaseUrl,
    databaseUrl,
    databasePool: 8,
    redisUrl: undefined,
    queuePrefix: 'zb-test',
    roles: ['web'],
    demonstration: false,
    passkeysRequired,
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
