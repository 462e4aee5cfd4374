import { PassThrough, type Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { hostOf, outgoingMail } from './outgoing-mail.js';
import type { MessageSender, OutgoingMessage, SendResult } from './sender.js';
import { outcomeOfFailure, type SmtpFailure } from './smtp-outcome.js';

/** How to reach the mail server. Times are in milliseconds. */
export interface SmtpSenderOptions {
  /** `smtp://user:password@host:587` or `smtps://...` */
  readonly url: string;
  /** `Zorgzame Buurten <noreply@example.org>` */
  readonly from: string;
  readonly maxConnections?: number;
  /** For one message, waiting for a connection included. */
  readonly totalTimeout?: number;
  readonly connectionTimeout?: number;
  readonly greetingTimeout?: number;
  readonly socketTimeout?: number;
  /** How long `close` waits for messages under way. */
  readonly drainTimeout?: number;
}

const defaults = {
  maxConnections: 8,
  totalTimeout: 20_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 15_000,
  drainTimeout: 10_000,
};

/**
 * Mail over SMTP with a pool of connections. At least once: when the line breaks after the message was handed over, the
 * answer is `unknown` and a second attempt carries the same Message-ID.
 */
export class SmtpSender implements MessageSender {
  readonly #settings: Required<SmtpSenderOptions>;
  readonly #transport: ReturnType<typeof pooledTransport>;
  /** The message stream of each attempt, by its abort signal; read from only once the server takes the message. */
  readonly #streams = new WeakMap<AbortSignal, Readable>();
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;

  constructor(options: SmtpSenderOptions) {
    this.#settings = { ...defaults, ...options };
    this.#transport = pooledTransport(this.#settings);
    this.#transport.use('stream', (mail, done) => {
      const { signal } = mail.data;
      mail.message.processFunc((input) => {
        const output = new PassThrough();
        input.once('error', (error) => output.destroy(error));
        if (signal) this.#streams.set(signal, output);
        return input.pipe(output);
      });
      done();
    });
  }

  async send(message: OutgoingMessage): Promise<SendResult> {
    if (this.#closed) return { status: 'failed-temporary', reason: 'sender-closed' };
    const mail = outgoingMail(message, this.#settings.from, hostOf(this.#settings.from));
    if (typeof mail === 'string') return { status: 'failed-permanent', reason: mail };
    const signal = AbortSignal.timeout(this.#settings.totalTimeout);
    const attempt = this.#transport.sendMail({ ...mail, signal }).then(
      (): SendResult => ({ status: 'sent' }),
      (failure: SmtpFailure) => outcomeOfFailure(failure, this.#streams.get(signal)?.readableDidRead ?? false),
    );
    this.#underWay.add(attempt);
    try {
      return await attempt;
    } finally {
      this.#underWay.delete(attempt);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, this.#settings.drainTimeout);
    });
    await Promise.race([Promise.all(this.#underWay), patience]);
    clearTimeout(timer);
    this.#transport.close({ force: true });
    await Promise.all(this.#underWay);
  }
}

function pooledTransport(settings: Required<SmtpSenderOptions>) {
  const { protocol, hostname, port, username, password } = new URL(settings.url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const onThisMachine = host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
  return createTransport({
    pool: true,
    host,
    ...(port === '' ? {} : { port: Number(port) }),
    secure,
    // A password never goes over an open line; a sink on this machine has no certificate to offer.
    requireTLS: username !== '' && !onThisMachine,
    ignoreTLS: onThisMachine,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    maxConnections: settings.maxConnections,
    maxMessages: 500,
    maxRequeues: 1,
    connectionTimeout: settings.connectionTimeout,
    greetingTimeout: settings.greetingTimeout,
    socketTimeout: settings.socketTimeout,
    dnsTimeout: settings.connectionTimeout,
    logger: false,
  });
}
