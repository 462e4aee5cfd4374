import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { AppConfig } from '@app/platform/config/app-config.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { MailSink } from '@app/platform/mail/mail-sink.js';
import type { TriedReply } from '@app/platform/pages/mailbox-reply.js';
import { MAIL_SINK, replyAddressOf } from './mailbox.js';

/** Answers a mail of the mailbox as its reader's mail program would: over SMTP, with the mail quoted below. */
@Injectable()
export class SendReply {
  constructor(
    @Inject(MAIL_SINK) private readonly sink: MailSink | null,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** @throws ProblemError not-found when there is no such mail, or it asks for no answer */
  async run(id: number, words: string): Promise<TriedReply> {
    const mail = this.sink?.find(id);
    const to = mail && replyAddressOf(mail);
    const { mailReply } = this.config;
    if (!mail || to === undefined || !mailReply) throw new ProblemError('not-found');
    if (words === '') return 'empty';
    const transport = createTransport({ host: mailReply.host, port: mailReply.port, ignoreTLS: true });
    try {
      await transport.sendMail({
        from: mail.to,
        to,
        subject: `Re: ${mail.subject}`,
        text: `${words}\n\nOp ${mail.receivedAt} schreef Zorgzame Buurten:\n${mail.text.replace(/^/gm, '> ')}`,
      });
      return 'sent';
    } catch {
      return 'refused';
    } finally {
      transport.close();
    }
  }
}
