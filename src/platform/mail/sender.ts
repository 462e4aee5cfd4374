/** Something that goes with a message, held in memory. */
export interface Attachment {
  readonly filename: string;
  /** With its parameters, for example `text/calendar; charset=utf-8; method=PUBLISH`. */
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** One message to one person, by whatever road: mail, text message or voice. */
export interface OutgoingMessage {
  /**
   * Names this message for ever: a second attempt carries the same one, so that a receiver can drop the copy.
   * Letters, digits, dots and dashes, without brackets; a mail sender adds its own host when there is no `@`.
   */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  /** The whole message without markup; the only part that a text message or a call uses. */
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Where an answer goes; without it, to the sender. */
  readonly replyTo?: string;
}

/** Worth another attempt later. */
export type TemporaryReason =
  'connection-failed' | 'timeout' | 'refused-for-now' | 'sign-in-failed' | 'protocol-error' | 'sender-closed';
/** Will not get better by trying again. */
export type PermanentReason = 'refused' | 'invalid-message' | 'invalid-recipient';
/** The message may or may not have been taken. */
export type UnknownReason = 'no-answer-after-data' | 'connection-lost-after-data';

/** What became of one attempt. Reasons are codes: they never hold an address or what the other side said. */
export type SendResult =
  | { readonly status: 'sent' }
  | { readonly status: 'failed-temporary'; readonly reason: TemporaryReason }
  | { readonly status: 'failed-permanent'; readonly reason: PermanentReason }
  | { readonly status: 'unknown'; readonly reason: UnknownReason };

/** A road to people. Never throws and never logs what a message says or to whom it goes. */
export interface MessageSender {
  send(message: OutgoingMessage): Promise<SendResult>;
  /** Lets go of connections; messages under way get a short time to finish. */
  close(): Promise<void>;
}
