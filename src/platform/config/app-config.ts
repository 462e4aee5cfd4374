import type { ProcessRole } from './config.js';

/** Mail that comes in for conversations. */
export interface MailReplyConfig {
  /** `antwoord@host`; a secret goes between the name and the `@`. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
  /** Certificate and key for STARTTLS, in PEM. */
  readonly tls: { readonly key: Buffer; readonly cert: Buffer } | undefined;
}

/** What the running application needs to know, after the engines have been started. */
export abstract class AppConfig {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly metricsPort: number;
  abstract readonly publicUrl: string;
  /** Login that owns the schema, for migrations and the demonstration's clock; a serving process may do without. */
  abstract readonly ownerUrl: string | undefined;
  /** Login of the application; steps down to the application role at once. */
  abstract readonly databaseUrl: string;
  abstract readonly databasePool: number;
  abstract readonly redisUrl: string | undefined;
  abstract readonly queuePrefix: string;
  abstract readonly roles: readonly ProcessRole[];
  abstract readonly demonstration: boolean;
  /** Coordinators, desk workers, monitors and administrators must sign in with a passkey. */
  abstract readonly passkeysRequired: boolean;
  abstract readonly encryptionKey: Buffer;
  abstract readonly smtpUrl: string;
  abstract readonly mailFrom: string;
  /** Where answers to mails come in; none: nothing listens, and no mail asks for an answer. */
  abstract readonly mailReply: MailReplyConfig | undefined;
  abstract readonly smsGateway: { readonly url: string; readonly token: string } | undefined;
  abstract readonly voiceGateway: { readonly url: string; readonly token: string } | undefined;
  /** PDOK Locatieserver, asked for postcodes that were not imported; none: nobody outside is asked. */
  abstract readonly geocoderUrl: string | undefined;
  /** Streets under the areas of the map, fetched by browsers from another site; none: no browser leaves ours. */
  abstract readonly mapTiles: { readonly url: string; readonly attribution: string } | undefined;
  /** Proxies of our own in front of this process; none: whoever connects is who calls. */
  abstract readonly trustProxy: number;
  abstract readonly workerConcurrency: number;
  abstract readonly logLevel: string;
  /** Where the daily heads of the audit trail are appended; none: only in the log and the metrics. */
  abstract readonly auditHeadsFile: string | undefined;
  /** Built web app, served by role web. */
  abstract readonly webRoot: string;
}
