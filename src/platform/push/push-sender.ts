import type { Language } from '@app/contracts/http/vocabulary.js';
import { request } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import webpush from 'web-push';
import { AppConfig } from '../config/app-config.js';
import { KeyRing } from '../crypto/key-ring.js';

/** What a browser gets, in the clear only there. */
export interface PushMessage {
  /** A later message with the same tag takes the place of the earlier one on the screen. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** What it is in, for a screen reader. */
  readonly lang: Language;
  /** Where a press leads. */
  readonly url?: string;
}

/** Where a browser listens, and the keys to write to it. */
export interface PushTarget {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** `gone`: this browser does not listen any more. */
export type PushResult = 'sent' | 'later' | 'gone' | 'refused';

/** One call to a push service, as it goes over the wire. */
export interface PushCall {
  readonly endpoint: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

const answerWithinMs = 10_000;
/** A message about help is of no use a day later. */
const keepSeconds = 12 * 3_600;

/** Writes to browsers by Web Push: encrypted for the browser (RFC 8291), signed by this service (RFC 8292). */
@Injectable()
export class PushSender {
  /** Answers with a status, or 0 when there was none; a test puts its own here. */
  transport: (call: PushCall) => Promise<number> = callService;

  private readonly vapid: { readonly subject: string; readonly publicKey: string; readonly privateKey: string };

  constructor(@Inject(AppConfig) config: AppConfig, @Inject(KeyRing) keyRing: KeyRing) {
    const { publicKey, privateKey } = keyRing.pushKeys();
    const secure = config.publicUrl.startsWith('https:');
    const address = /<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom;
    this.vapid = { subject: secure ? config.publicUrl : `mailto:${address}`, publicKey, privateKey };
  }

  /** The caller has made sure that the endpoint is one of a push service. Never throws, never logs. */
  async send({ endpoint, keys }: PushTarget, message: PushMessage): Promise<PushResult> {
    try {
      const details = webpush.generateRequestDetails({ endpoint, keys: { ...keys } }, JSON.stringify(message), {
        vapidDetails: this.vapid,
        TTL: keepSeconds,
        urgency: 'high',
        contentEncoding: 'aes128gcm',
      });
      const { method, headers, body } = details;
      if (!body) return 'refused';
      return resultOf(await this.transport({ endpoint, method, headers, body }));
    } catch {
      // Keys that cannot be written to: no later attempt would do better.
      return 'gone';
    }
  }
}

function resultOf(status: number): PushResult {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  return status === 0 || status === 429 || status >= 500 ? 'later' : 'refused';
}

/** Follows no redirect, so that an allowed host cannot lead anywhere else. */
function callService({ endpoint, method, headers, body }: PushCall): Promise<number> {
  return new Promise((resolve) => {
    const call = request(endpoint, { method, headers, timeout: answerWithinMs }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(0));
    call.end(body);
  });
}
