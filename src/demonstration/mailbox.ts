import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { MailSink, ReceivedMail } from '@app/platform/mail/mail-sink.js';
import { mailboxPage, type MailboxMessage } from '@app/platform/pages/mailbox-page.js';
import type { TriedReply } from '@app/platform/pages/mailbox-reply.js';
import { timeZone } from '@app/platform/time/local-clock.js';
import { demonstrationAccounts } from './accounts.js';

/** Injection token of the embedded mail server; null when mail goes to a server of somebody else. */
export const MAIL_SINK = Symbol('MAIL_SINK');

/** Shows what people of the demonstration were sent. */
@Injectable()
export class Mailbox {
  constructor(@Inject(MAIL_SINK) private readonly sink: MailSink | null) {}

  /**
   * Newest first; with `after` only what came after the mail of that number.
   * @throws ProblemError not-found without an embedded mail server
   */
  list(to?: string, after = 0): readonly ReceivedMail[] {
    return this.present()
      .list({ to })
      .filter(({ id }) => id > after);
  }

  /** The mailbox as a page, with one message open if there is one by that number, and what became of an answer to it. */
  page(
    municipalityName: string,
    to: string | undefined,
    id: number | undefined,
    tried: TriedReply | null = null,
  ): string {
    const sink = this.present();
    const open = id === undefined ? undefined : sink.find(id);
    const recipients = [...demonstrationAccounts.map(({ email }) => email), ...sink.list().map((mail) => mail.to)];
    return mailboxPage(
      { municipalityName, isExample: true },
      {
        messages: sink.list({ to }).map(toMessage),
        recipients: [...new Set(recipients)],
        to: to ?? null,
        open: open ? toMessage(open) : null,
        tried,
      },
    );
  }

  private present(): MailSink {
    if (!this.sink) {
      throw new ProblemError('not-found', { detail: 'De e-mail gaat naar een eigen mailserver (SMTP_URL).' });
    }
    return this.sink;
  }
}

/** Where an answer to a mail goes, when it asks for one. */
export function replyAddressOf({ headers }: ReceivedMail): string | undefined {
  return /[^\s<>]+@[^\s<>]+/.exec(headers['reply-to'] ?? '')?.[0];
}

function toMessage(mail: ReceivedMail): MailboxMessage {
  const { id, to, subject, text, receivedAt, attachments } = mail;
  const received = new Date(receivedAt).toLocaleTimeString('nl-NL', { timeZone, hour: '2-digit', minute: '2-digit' });
  return {
    id,
    to,
    subject,
    text,
    receivedText: `${received} uur`,
    attachmentNames: attachments.map(({ filename }) => filename),
    mayReply: replyAddressOf(mail) !== undefined,
  };
}
