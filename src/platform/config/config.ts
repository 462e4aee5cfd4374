import { z } from 'zod';

export const processRoles = ['web', 'worker', 'relay'] as const;
export type ProcessRole = (typeof processRoles)[number];

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false', '1', '0', 'on', 'off']).transform((text) => ['true', '1', 'on'].includes(text));
/** How many proxies of our own stand in front: of the addresses they tell, only those are believed that they added. */
const proxies = z.union([z.coerce.number().int().min(0).max(9), flag.transform(Number)]);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' });
/** https; plain http only to this machine. */
const secureUrl = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || isLoopback(new URL(text).hostname),
    'must be an https:// address',
  );
/** Address of pictures of the ground, with the places of zoom, column and row. */
const tilesUrl = secureUrl.refine(
  (text) => ['{z}', '{x}', '{y}'].every((place) => text.includes(place)),
  'must hold {z}, {x} and {y}, e.g. https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png',
);
/** Short enough for a secret of 32 letters behind the name. */
const replyAddress = z
  .string()
  .regex(/^[a-z0-9._-]{1,30}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be an address like antwoord@mail.example.org');
const secret = z
  .string()
  .refine(
    (text) => Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64, e.g. from: openssl rand -base64 32',
  )
  .transform((text) => Buffer.from(text, 'base64'));

/** Every setting there is. Messages name the variable and the remedy, never its value. */
const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(12),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }).optional(),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'letters, digits and dashes')
    .default('zorgzame-buurten'),
  PROCESS_ROLES: z
    .string()
    .default(processRoles.join(','))
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(processRoles)).min(1)),
  DEMONSTRATION: flag.optional(),
  PASSKEYS_REQUIRED: flag.optional(),
  ENCRYPTION_KEY: secret.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().min(3).default('Zorgzame Buurten <noreply@zorgzamebuurten.invalid>'),
  MAIL_REPLY_ADDRESS: replyAddress.optional(),
  MAIL_REPLY_HOST: z.string().min(1).default('127.0.0.1'),
  MAIL_REPLY_PORT: port.default(2525),
  MAIL_REPLY_TLS_KEY_FILE: z.string().min(1).optional(),
  MAIL_REPLY_TLS_CERT_FILE: z.string().min(1).optional(),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().min(1).optional(),
  VOICE_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  VOICE_GATEWAY_TOKEN: z.string().min(1).optional(),
  GEOCODER_URL: secureUrl.optional(),
  MAP_TILES_URL: tilesUrl.optional(),
  MAP_TILES_ATTRIBUTION: z.string().min(1).default('Kaartgegevens: Kadaster (BRT Achtergrondkaart), CC BY 4.0'),
  TRUST_PROXY: proxies.default(0),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8),
  AUDIT_HEADS_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Environment = z.output<typeof environmentSchema>;

/** The configuration is wrong; the message lists every fault by variable name. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Whether an address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Whether there is a database to use: as its owner, or only as the application. */
export function hasOwnDatabase({ DATABASE_URL, DATABASE_APP_URL }: Environment): boolean {
  return DATABASE_URL !== undefined || DATABASE_APP_URL !== undefined;
}

/** On by default only with embedded engines on this machine alone. */
export function isDemonstration(environment: Environment): boolean {
  return environment.DEMONSTRATION ?? (!hasOwnDatabase(environment) && isLoopback(environment.HOST));
}

function conflicts(environment: Environment): string[] {
  const faults: string[] = [];
  if (hasOwnDatabase(environment) && !environment.ENCRYPTION_KEY) {
    faults.push(
      'ENCRYPTION_KEY: is required with DATABASE_URL and DATABASE_APP_URL, because keys live outside the database',
    );
  }
  if (!isDemonstration(environment) && environment.PROCESS_ROLES.includes('worker') && !environment.SMTP_URL) {
    faults.push('SMTP_URL: is required outside the demonstration, or nobody would ever receive a message');
  }
  if ((environment.MAIL_REPLY_TLS_KEY_FILE === undefined) !== (environment.MAIL_REPLY_TLS_CERT_FILE === undefined)) {
    faults.push('MAIL_REPLY_TLS_KEY_FILE and MAIL_REPLY_TLS_CERT_FILE: go together, or STARTTLS cannot be offered');
  }
  if (isDemonstration(environment) && environment.DATABASE_APP_URL && !environment.DATABASE_URL) {
    faults.push('DEMONSTRATION: moves the clock, so it needs DATABASE_URL beside DATABASE_APP_URL');
  }
  if (environment.DEMONSTRATION && !isLoopback(environment.HOST)) {
    faults.push('DEMONSTRATION: shows every mail to anyone, so HOST must be a loopback address');
  }
  if (!hasOwnDatabase(environment) && environment.PROCESS_ROLES.length < processRoles.length) {
    faults.push('PROCESS_ROLES: separate roles share one database, so set DATABASE_URL or DATABASE_APP_URL');
  }
  return faults;
}

/** Reads and checks the environment; empty variables count as not set. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = environmentSchema.safeParse(given);
  const faults = result.success
    ? conflicts(result.data)
    : result.error.issues.map((issue) => `${issue.path[0]?.toString() ?? '?'}: ${issue.message}`);
  if (!result.success || faults.length > 0) {
    throw new ConfigurationError(
      `Cannot start, the configuration has faults:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  return result.data;
}
