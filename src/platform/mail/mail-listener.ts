import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail as it came in, unread. */
export interface IncomingMail {
  /** Those of our addresses it is for, from the envelope. */
  readonly recipients: readonly string[];
  /** From the envelope; empty when it wants no answer, as a bounce does. */
  readonly envelopeSender: string;
  readonly raw: Buffer;
}

/** Who gets the mail. What throws is answered as a fault that passes: the other side keeps the mail and comes again. */
export interface MailTaker {
  /** Whether mail to this address is taken. Asked for each recipient, before a word of the mail is sent. */
  accepts(address: string): Promise<boolean>;
  /** Must have stored the mail for good when it returns: after that nobody else has it any more. */
  take(mail: IncomingMail): Promise<void>;
}

export interface MailListenerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Offers STARTTLS with this certificate, both in PEM; without it mail comes in the clear. */
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer } | undefined;
}

const largestMailBytes = 1024 * 1024;
const mostClients = 20;
const mostRecipients = 5;
/** Addresses guessed in vain before a client has to connect again. */
const mostGuesses = 5;
/** Milliseconds of silence after which a client is sent away. */
const patienceMs = 30_000;
/** Milliseconds that clients get to finish when it stops. */
const drainMs = 3_000;

/** Receives mail over SMTP for a few addresses and nobody else: relays nothing, signs nobody in. */
export class MailListener {
  readonly #server: SMTPServer;
  readonly #options: MailListenerOptions;
  readonly #taker: MailTaker;
  readonly #guesses = new Map<string, number>();

  constructor(options: MailListenerOptions, taker: MailTaker) {
    this.#options = options;
    this.#taker = taker;
    this.#server = new SMTPServer({
      name: 'zorgzame-buurten',
      banner: 'mail for conversations only',
      authOptional: true,
      disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      ...(options.tls && { key: options.tls.key, cert: options.tls.cert }),
      disableReverseLookup: true,
      size: largestMailBytes,
      maxClients: mostClients,
      socketTimeout: patienceMs,
      closeTimeout: drainMs,
      logger: false,
      onRcptTo: ({ address }, session, callback) => answer(this.#admit(address, session), callback),
      onData: (stream, session, callback) => answer(this.#receive(stream, session), callback),
      onClose: ({ id }) => void this.#guesses.delete(id),
    });
    // A client that hangs up halfway is its own trouble.
    this.#server.on('error', () => undefined);
  }

  /** @throws when the port is taken */
  async start(): Promise<void> {
    const listening = this.#server.listen(this.#options.port, this.#options.host);
    if (listening.listening) return;
    await new Promise<void>((resolve, reject) => {
      listening.once('listening', resolve);
      listening.once('error', reject);
    });
  }

  /** Takes no new mail; what is being sent gets a short time. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  /** Known once started. */
  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  async #admit(address: string, { id, envelope }: SMTPServerSession): Promise<void> {
    const guesses = this.#guesses.get(id) ?? 0;
    if (guesses >= mostGuesses) throw refusal(421, 'too many unknown addresses');
    if (envelope.rcptTo.length >= mostRecipients) throw refusal(452, 'too many recipients');
    if (await this.#taker.accepts(address)) return;
    this.#guesses.set(id, guesses + 1);
    throw refusal(550, 'no such address');
  }

  async #receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    // Read to its end even when it is too long, because the answer comes after the end; but not kept.
    for await (const chunk of stream) {
      if (stream.sizeExceeded) chunks.length = 0;
      else chunks.push(chunk as Buffer);
    }
    if (stream.sizeExceeded) throw refusal(552, 'too large');
    await this.#taker.take({
      recipients: envelope.rcptTo.map(({ address }) => address),
      envelopeSender: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      raw: Buffer.concat(chunks),
    });
  }
}

class Refusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

function refusal(code: number, words: string): Refusal {
  return new Refusal(code, words);
}

/** Says nothing of what went wrong inside: the text of an error may quote what it stumbled over. */
function answer(work: Promise<void>, callback: (error?: Error) => void): void {
  work.then(
    () => callback(),
    (error: unknown) => callback(error instanceof Refusal ? error : refusal(451, 'try again later')),
  );
}
