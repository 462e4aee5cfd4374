import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppConfig, MailReplyConfig } from '../platform/config/app-config.js';
import { hasOwnDatabase, isDemonstration, type Environment } from '../platform/config/config.js';
import { claimDataFolder } from '../platform/embedded/data-folder.js';
import { startEmbeddedPostgres } from '../platform/embedded/embedded-postgres.js';
import { freePort } from '../platform/embedded/free-port.js';
import { loadOrMakeSecrets } from '../platform/embedded/secrets.js';
import { MailSink } from '../platform/mail/mail-sink.js';

/** The engines this process started itself, and the configuration that goes with them. */
export interface Engines {
  readonly config: AppConfig;
  /** Only in the demonstration without a mail server of its own. */
  readonly sink: MailSink | undefined;
  stop(): Promise<void>;
}

interface Database {
  readonly ownerUrl: string | undefined;
  readonly databaseUrl: string;
  readonly encryptionKey: Buffer;
}

type Undo = () => Promise<void>;

/** Starts what the environment does not provide: a database, a mail sink. Stops all of it when one fails. */
export async function startEngines(environment: Environment, log: (line: string) => void): Promise<Engines> {
  const undo: Undo[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const port = environment.PORT === 0 ? await freePort() : environment.PORT;
    const database = await provideDatabase(environment, port, undo, log);
    const sink = await provideSink(environment, undo);
    const mailReply = await receivedMail(environment, sink);
    return { config: { ...configOf(environment, port, database, sink), mailReply }, sink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function provideDatabase(
  environment: Environment,
  port: number,
  undo: Undo[],
  log: (line: string) => void,
): Promise<Database> {
  const databaseUrl = environment.DATABASE_APP_URL ?? environment.DATABASE_URL;
  if (databaseUrl && environment.ENCRYPTION_KEY) {
    return {
      ownerUrl: environment.DATABASE_URL,
      databaseUrl,
      encryptionKey: environment.ENCRYPTION_KEY,
    };
  }
  const folder = await claimDataFolder(resolve(environment.DATA_DIR), port);
  undo.push(() => folder.release());
  const postgres = await startEmbeddedPostgres({ dataDir: folder.path, log });
  undo.push(() => postgres.stop());
  const secrets = await loadOrMakeSecrets(folder.path);
  return {
    ownerUrl: postgres.ownerUrl,
    databaseUrl: postgres.ownerUrl,
    encryptionKey: environment.ENCRYPTION_KEY ?? Buffer.from(secrets.encryptionKey, 'base64'),
  };
}

async function provideSink(environment: Environment, undo: Undo[]): Promise<MailSink | undefined> {
  if (!isDemonstration(environment) || environment.SMTP_URL) return undefined;
  const sink = new MailSink();
  await sink.start();
  undo.push(() => sink.stop());
  return sink;
}

/** The demonstration receives mail by itself: its mailbox and the listener are on this machine. */
async function receivedMail(
  environment: Environment,
  sink: MailSink | undefined,
): Promise<MailReplyConfig | undefined> {
  const { MAIL_REPLY_ADDRESS: address, MAIL_REPLY_TLS_KEY_FILE: key, MAIL_REPLY_TLS_CERT_FILE: cert } = environment;
  if (address === undefined) {
    if (!sink) return undefined;
    return { address: 'antwoord@voorbeeld.invalid', host: '127.0.0.1', port: await freePort(), tls: undefined };
  }
  const tls = key !== undefined && cert !== undefined && { key: await readFile(key), cert: await readFile(cert) };
  return { address, host: environment.MAIL_REPLY_HOST, port: environment.MAIL_REPLY_PORT, tls: tls || undefined };
}

function gateway(url: string | undefined, token: string | undefined): { url: string; token: string } | undefined {
  return url && token ? { url, token } : undefined;
}

function configOf(
  environment: Environment,
  port: number,
  database: Database,
  sink: MailSink | undefined,
): Omit<AppConfig, 'mailReply'> {
  return {
    ...database,
    port,
    host: environment.HOST,
    metricsPort: environment.METRICS_PORT ?? (environment.PORT === 0 ? 0 : port + 1),
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    databasePool: environment.DATABASE_POOL,
    redisUrl: environment.REDIS_URL,
    queuePrefix: environment.QUEUE_PREFIX,
    roles: environment.PROCESS_ROLES,
    demonstration: isDemonstration(environment),
    passkeysRequired: environment.PASSKEYS_REQUIRED ?? !isDemonstration(environment),
    smtpUrl: environment.SMTP_URL ?? sink?.url ?? 'smtp://127.0.0.1:25',
    mailFrom: environment.MAIL_FROM,
    smsGateway: gateway(environment.SMS_GATEWAY_URL, environment.SMS_GATEWAY_TOKEN),
    voiceGateway: gateway(environment.VOICE_GATEWAY_URL, environment.VOICE_GATEWAY_TOKEN),
    geocoderUrl: environment.GEOCODER_URL,
    mapTiles:
      environment.MAP_TILES_URL === undefined
        ? undefined
        : { url: environment.MAP_TILES_URL, attribution: environment.MAP_TILES_ATTRIBUTION },
    trustProxy: environment.TRUST_PROXY,
    workerConcurrency: environment.WORKER_CONCURRENCY,
    logLevel: environment.LOG_LEVEL,
    auditHeadsFile:
      environment.AUDIT_HEADS_FILE ??
      (hasOwnDatabase(environment) ? undefined : join(resolve(environment.DATA_DIR), 'audit-heads.jsonl')),
    webRoot: join(fileURLToPath(new URL('../../', import.meta.url)), 'web'),
  };
}
