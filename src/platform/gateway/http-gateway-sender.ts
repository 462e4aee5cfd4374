import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { MessageSender, OutgoingMessage, SendResult } from '../mail/sender.js';

/** A gateway for text messages or calls. */
export interface HttpGatewayOptions {
  /** https; plain http only to this machine. */
  readonly url: string;
  readonly token: string;
  /** Milliseconds until the first byte could be written. */
  readonly connectTimeout?: number;
  /** Milliseconds for the whole exchange. */
  readonly totalTimeout?: number;
}

/** An address that personal data must not be sent to. */
export class UnsafeGatewayError extends Error {
  override readonly name = 'UnsafeGatewayError';
}

const phoneShape = /^\+?[0-9][0-9 \-()]{5,18}[0-9]$/;
const idShape = /^[A-Za-z0-9._@-]{1,200}$/;
const mostText = 2_000;

/**
 * Text messages and calls through a gateway that takes `POST { to, text, reference }`. The message id goes as
 * `Idempotency-Key`, so that a gateway that keeps them drops the copy of a second attempt. A redirect is not followed:
 * a number and a text go to the configured address or nowhere.
 */
export class HttpGatewaySender implements MessageSender {
  readonly #url: URL;
  readonly #options: Required<HttpGatewayOptions>;
  readonly #underWay = new Set<Promise<SendResult>>();
  #closed = false;

  /** @throws UnsafeGatewayError for plain http to another machine */
  constructor(options: HttpGatewayOptions) {
    this.#url = new URL(options.url);
    this.#options = { connectTimeout: 5_000, totalTimeout: 15_000, ...options };
    const local = ['localhost', '[::1]'].includes(this.#url.hostname) || /^127(\.\d+){3}$/.test(this.#url.hostname);
    if (this.#url.protocol !== 'https:' && !(this.#url.protocol === 'http:' && local)) {
      throw new UnsafeGatewayError('A gateway needs https');
    }
  }

  async send({ messageId, to, text }: OutgoingMessage): Promise<SendResult> {
    if (this.#closed) return { status: 'failed-temporary', reason: 'sender-closed' };
    if (!phoneShape.test(to)) return { status: 'failed-permanent', reason: 'invalid-recipient' };
    if (!idShape.test(messageId) || text === '' || text.length > mostText) {
      return { status: 'failed-permanent', reason: 'invalid-message' };
    }
    const number = to.replace(/[^+0-9]/g, '');
    const attempt = this.#post(messageId, JSON.stringify({ to: number, text, reference: messageId }));
    this.#underWay.add(attempt);
    try {
      return await attempt;
    } finally {
      this.#underWay.delete(attempt);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#underWay);
  }

  #post(messageId: string, body: string): Promise<SendResult> {
    const { token, connectTimeout, totalTimeout } = this.#options;
    const start = this.#url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      let handedOver = false;
      const exchange = start(this.#url, {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(totalTimeout),
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'Idempotency-Key': messageId,
        },
      });
      // A host that drops packets would otherwise hold the line for the whole time.
      const connecting = setTimeout(() => {
        if (!handedOver) exchange.destroy();
      }, connectTimeout);
      exchange.on('finish', () => {
        handedOver = exchange.socket?.connecting === false;
      });
      exchange.on('response', (response) => {
        // What it says may hold the number: it is not read, only drained.
        response.resume();
        resolve(outcomeOf(response.statusCode ?? 0));
      });
      exchange.on('error', (error: NodeJS.ErrnoException) => resolve(failure(error, handedOver)));
      exchange.on('close', () => {
        clearTimeout(connecting);
        resolve(failure({}, handedOver));
      });
      exchange.end(body);
    });
  }
}

/** Without an answer nobody knows whether the gateway took it, once it had everything. */
function failure({ name, code }: { name?: string; code?: string | undefined }, handedOver: boolean): SendResult {
  const timedOut = name === 'TimeoutError' || name === 'AbortError' || code === 'ETIMEDOUT';
  if (handedOver)
    return { status: 'unknown', reason: timedOut ? 'no-answer-after-data' : 'connection-lost-after-data' };
  return { status: 'failed-temporary', reason: timedOut ? 'timeout' : 'connection-failed' };
}

function outcomeOf(status: number): SendResult {
  if (status >= 200 && status < 300) return { status: 'sent' };
  if (status === 401 || status === 403) return { status: 'failed-temporary', reason: 'sign-in-failed' };
  if (status === 408 || status === 429 || status >= 500)
    return { status: 'failed-temporary', reason: 'refused-for-now' };
  // Somebody moved the gateway: the installation is wrong, not the message.
  if (status < 400) return { status: 'failed-temporary', reason: 'protocol-error' };
  return { status: 'failed-permanent', reason: 'refused' };
}
