import { EventEmitter } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail that arrived, as `GET /demo/mailbox` shows it. */
export interface ReceivedMail {
  /** Counts up from 1 over the life of the sink. */
  readonly id: number;
  /** From the envelope, not from a header. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Names in lower case; of a header that comes more than once, the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedAt: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/** Ways in which a mail server disappoints, for tests. */
export interface SinkFaults {
  /** Milliseconds before the message is answered for. */
  readonly delayMs?: number;
  /** Refuse after the message, with this SMTP code: 4xx for now, 5xx for ever. */
  readonly failWith?: number;
  /** Take the message and never answer. */
  readonly silent?: boolean;
  /** Milliseconds before a client that connects is greeted. */
  readonly greetAfterMs?: number;
  /** Refuse this recipient for ever, and take the others. */
  readonly refuseRecipient?: string;
  /** Take and keep the message, then cut the line without an answer. */
  readonly cutAfterData?: boolean;
}

export interface MailSinkOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  /** How many mails are kept; older ones go. */
  readonly capacity?: number;
  readonly now?: () => number;
}

const largestMailBytes = 5 * 1024 * 1024;

/** A mail server on this machine that delivers to nobody: it keeps the newest mails in memory for people to look at. */
export class MailSink extends EventEmitter<{ message: [ReceivedMail] }> {
  readonly #mails: ReceivedMail[] = [];
  readonly #server: SMTPServer;
  readonly #options: Required<MailSinkOptions>;
  #faults: SinkFaults = {};
  #received = 0;

  constructor(options: MailSinkOptions = {}) {
    super();
    this.#options = { port: 0, capacity: 2_000, now: Date.now, ...options };
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largestMailBytes,
      // A test that stops a silent sink must not wait for the client to lose its patience.
      closeTimeout: 200,
      logger: false,
      onConnect: (_session, callback) => {
        setTimeout(callback, this.#faults.greetAfterMs ?? 0).unref();
      },
      onRcptTo: ({ address }, _session, callback) => {
        callback(address === this.#faults.refuseRecipient ? smtpError(550) : undefined);
      },
      onData: (stream, session, callback) => {
        this.#take(stream, session).then(
          (answered) => (answered ? callback() : undefined),
          (error: unknown) => callback(error instanceof Error ? error : new Error('not accepted')),
        );
      },
    });
    // A client that hangs up halfway is its own trouble.
    this.#server.on('error', () => undefined);
  }

  /** Listens on 127.0.0.1 only. */
  async start(): Promise<void> {
    const listening = this.#server.listen(this.#options.port, '127.0.0.1');
    if (listening.listening) return;
    await new Promise<void>((resolve, reject) => {
      listening.once('listening', resolve);
      listening.once('error', reject);
    });
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  /** Address for an SMTP sender; known once started. */
  get url(): string {
    return `smtp://127.0.0.1:${String((this.#server.server.address() as AddressInfo).port)}`;
  }

  /** How many mails were taken since the start, those that were dropped included. */
  get received(): number {
    return this.#received;
  }

  /** From now on, misbehave like this; no argument: behave. */
  behave(faults: SinkFaults = {}): void {
    this.#faults = faults;
  }

  /** Latest first. */
  list({ to }: { readonly to?: string | undefined } = {}): ReceivedMail[] {
    const wanted = to?.trim().toLowerCase();
    return this.#mails.filter((mail) => wanted === undefined || mail.to.toLowerCase() === wanted).toReversed();
  }

  find(id: number): ReceivedMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  /** Forgets what was kept; ids go on counting. */
  clear(): void {
    this.#mails.length = 0;
  }

  /** Whether the client gets an answer. */
  async #take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<boolean> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const faults = this.#faults;
    if (faults.delayMs) await pause(faults.delayMs);
    if (stream.sizeExceeded) throw smtpError(552);
    if (faults.failWith) throw smtpError(faults.failWith);
    if (faults.silent) return false;
    await this.#keep(Buffer.concat(chunks), session);
    if (!faults.cutAfterData) return true;
    for (const connection of this.#server.connections) {
      if (connection.session.id === session.id) connection.close();
    }
    return false;
  }

  async #keep(raw: Buffer, session: SMTPServerSession): Promise<void> {
    const parsed = await PostalMime.parse(raw);
    const headers: Record<string, string> = {};
    for (const { key, value } of parsed.headers) headers[key] ??= value;
    for (const { address } of session.envelope.rcptTo) {
      this.#received += 1;
      const mail: ReceivedMail = {
        id: this.#received,
        to: address,
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        html: parsed.html ?? '',
        headers,
        receivedAt: new Date(this.#options.now()).toISOString(),
        attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
          filename: filename ?? '',
          contentType: mimeType,
          content: typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8'),
        })),
      };
      this.#mails.push(mail);
      if (this.#mails.length > this.#options.capacity) this.#mails.shift();
      this.emit('message', mail);
    }
  }
}

function smtpError(responseCode: number): Error {
  return Object.assign(new Error('not accepted'), { responseCode });
}
