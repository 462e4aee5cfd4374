import { randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { createHttpApp } from '@app/platform/http/create-http-app.js';
import { MailSink } from '@app/platform/mail/mail-sink.js';
import { createLogger } from '@app/platform/observability/logger.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { RealtimeHub } from '@app/platform/realtime/realtime-hub.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import { DemonstrationModule } from '../../src/demonstration/index.js';
import { prepareDemonstration } from '../../src/demonstration/prepare.js';
import { leaveTracks } from './demonstration-tracks.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

jest.setTimeout(30_000);

@Module({})
class DemonstrationOnly {}

const sink = new MailSink();
let database: TestDatabase;
let app: NestFastifyApplication;
let url: string;
let municipalityId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await sink.start();
  const config = configFor(database.url);
  await prepareDemonstration(config, () => undefined);
  const logger = createLogger('silent');
  const platform = PlatformModule.with({ config, logger, entities: [], reactions: [] });
  app = await createHttpApp(
    { module: DemonstrationOnly, imports: [platform, DemonstrationModule.with(sink)] },
    config,
    logger,
  );
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${new URL(await app.getUrl()).port}`;
  municipalityId = (await rows<{ id: string }>('SELECT id FROM municipality'))[0]?.id ?? '';
}, 60_000);

afterAll(async () => {
  await app.close();
  await sink.stop();
  await database.drop();
});

describe('the clock of the demonstration', () => {
  it('goes forward when told to, and runs on', async () => {
    const before = Date.parse(await now());
    const wanted = new Date(before + 3 * 3_600_000).toISOString();
    const { status, body } = await putClock({ at: wanted });
    expect(status).toBe(200);
    expect(Date.parse(String(body['now']))).toBeGreaterThanOrEqual(Date.parse(wanted));
    expect(Date.parse(await now())).toBeGreaterThan(Date.parse(wanted));
  });

  it('does not go back', async () => {
    const before = Date.parse(await now());
    const { status, body } = await putClock({ at: new Date(before - 60_000).toISOString() });
    expect([status, body['code']]).toEqual([400, 'invalid-input']);
    expect(Date.parse(await now())).toBeGreaterThanOrEqual(before);
  });

  it('names what is wrong with anything else', async () => {
    for (const wrong of [
      {},
      { at: 'later' },
      { startOfDay: false },
      { at: new Date().toISOString(), startOfDay: true },
    ]) {
      const { status, body } = await putClock(wrong);
      expect([status, body['code']]).toEqual([400, 'invalid-input']);
    }
  });

  it('does not move for a page of another site', async () => {
    const answer = await fetch(`${url}/demo/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: 'https://elders.example' },
      body: JSON.stringify({ startOfDay: true }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('a fresh day', () => {
  it('is Tuesday at two, with nothing asked, everyone rested and boards that tell so', async () => {
    const { associationId, helpRequestId } = await leaveTracks(app.get(UnitOfWork), municipalityId);
    const frames: unknown[] = [];
    const hub = app.get(RealtimeHub);
    const hint = jest.spyOn(hub, 'hint').mockImplementation((...frame: unknown[]) => void frames.push(frame));
    const { status, body } = await putClock({ startOfDay: true });
    hint.mockRestore();
    expect(status).toBe(200);
    const { weekday, minuteOfDay } = localMoment(Date.parse(String(body['now'])));
    expect([weekday, minuteOfDay]).toEqual(['tuesday', 14 * 60]);
    for (const table of ['help_request', 'acceptance', 'ask', 'notification', 'sign_in_challenge', 'idempotency_key']) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
    expect(
      await count(`helper_load WHERE fatigue > 0 OR last_declined_at IS NOT NULL OR recent_ask_times <> '{}'`),
    ).toBe(0);
    const entries = await rows(
      'SELECT visible, sequence::int AS sequence, version FROM board_entry WHERE help_request_id = $1',
      [helpRequestId],
    );
    expect(entries).toEqual([{ visible: false, sequence: 6, version: 4 }]);
    expect(frames).toEqual([
      [`board:${associationId}`, 'board.changed', { associationId, id: helpRequestId, sequence: 6, version: 4 }],
    ]);
  });

  it('keeps the people, their roles and what helpers did before', async () => {
    const seen = async (): Promise<unknown> =>
      rows(`SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM membership) AS roles,
                   (SELECT sum(helps_completed)::int FROM helper_load) AS helped`);
    const before = await seen();
    await rows(
      'UPDATE helper_load SET helps_completed = 9 FROM helper_profile p WHERE p.person_id = helper_load.person_id AND NOT p.already_helping',
    );
    await putClock({ startOfDay: true });
    expect(await seen()).toEqual(before);
  });
});

describe('the mailbox', () => {
  beforeAll(async () => {
    const transport = createTransport(sink.url);
    for (const [to, subject] of [
      ['anja', 'Een'],
      ['jan', 'Twee'],
      ['anja', '<b>Drie</b>'],
    ]) {
      await transport.sendMail({
        from: 'test@voorbeeld.invalid',
        to: `${to}@voorbeeld.invalid`,
        subject,
        text: `Tekst van ${subject}`,
      });
    }
    transport.close();
  });

  it('lists messages, newest first, of everyone or of one', async () => {
    expect(await subjects('')).toEqual(['<b>Drie</b>', 'Twee', 'Een']);
    expect(await subjects('?to=anja@voorbeeld.invalid')).toEqual(['<b>Drie</b>', 'Een']);
    expect(await subjects('?to=niemand@voorbeeld.invalid')).toEqual([]);
    expect(await subjects('?after=2')).toEqual(['<b>Drie</b>']);
  });

  it('has the fields others rely on', async () => {
    const [mail] = (await (await fetch(`${url}/demo/mailbox`)).json()) as Record<string, unknown>[];
    expect(mail).toMatchObject({
      to: 'anja@voorbeeld.invalid',
      text: expect.stringContaining('Tekst'),
      html: expect.any(String),
    });
    expect(mail?.['headers']).toMatchObject({ subject: expect.any(String) });
    expect(Date.parse(String(mail?.['receivedAt']))).not.toBeNaN();
  });

  it('is a page as well, on which a text cannot become markup', async () => {
    const answer = await fetch(`${url}/demo?id=3`);
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('Tekst van &lt;b&gt;Drie');
    expect(page).not.toContain('<b>Drie');
    expect(page).toContain('marja@voorbeeld.invalid');
  });
});

async function now(): Promise<string> {
  return ((await (await fetch(`${url}/demo/clock`)).json()) as { now: string }).now;
}

async function putClock(body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/demo/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function subjects(query: string): Promise<string[]> {
  const mails = (await (await fetch(`${url}/demo/mailbox${query}`)).json()) as { subject: string }[];
  return mails.map(({ subject }) => subject);
}

function rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return app.get(UnitOfWork).run(asSystem(municipalityId), (tx) => tx.query<Row>(sql, parameters));
}

async function count(from: string): Promise<number> {
  return (await rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`))[0]?.count ?? 0;
}

function configFor(databaseUrl: string): AppConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    metricsPort: 0,
    publicUrl: 'http://localhost',
    ownerUrl: databaseUrl,
    databaseUrl,
    databasePool: 4,
    redisUrl: undefined,
    queuePrefix: 'zb-test',
    roles: ['web'],
    demonstration: true,
    passkeysRequired: false,
    encryptionKey: randomBytes(32),
    smtpUrl: sink.url,
    mailFrom: 'Test <test@voorbeeld.invalid>',
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
