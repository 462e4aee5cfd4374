import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppConfig } from '@app/platform/config/app-config.js';

/** All roles in one process, with nothing outside but a database and a mail server. */
export function configFor(
  databaseUrl: string,
  encryptionKey: Buffer,
  smtpUrl: string,
  settings: Partial<AppConfig> = {},
): AppConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    metricsPort: 0,
    publicUrl: 'http://zorgzamebuurten.invalid',
    ownerUrl: databaseUrl,
    databaseUrl,
    databasePool: 12,
    redisUrl: undefined,
    queuePrefix: 'zb-test',
    roles: ['web', 'worker', 'relay'],
    demonstration: false,
    passkeysRequired: false,
    encryptionKey,
    smtpUrl,
    mailFrom: 'Test <test@example.invalid>',
    mailReply: undefined,
    smsGateway: undefined,
    voiceGateway: undefined,
    geocoderUrl: undefined,
    mapTiles: undefined,
    trustProxy: 0,
    workerConcurrency: 4,
    logLevel: 'trace',
    auditHeadsFile: join(tmpdir(), `zorgzame-buurten-heads-${process.pid}.jsonl`),
    webRoot: '/nowhere',
    ...settings,
  };
}
