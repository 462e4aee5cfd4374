import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { ReceivedMail } from '@app/platform/mail/mail-sink.js';
import { ReplyDoor } from '../../src/features/conversations/index.js';
import { Application } from '../support/application.js';
import { AgreementScene, type Agreement } from './agreement-scene.js';

export const replyAddress = 'antwoord@leusden.example';
const tail =
  '\r\n\r\nOp di 24 nov 2026 om 14:10 schreef Test <test@example.invalid>:\r\n> U heeft een bericht van Anja\r\n';

interface Sent {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly messageId?: string;
  readonly envelopeFrom?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

export interface Told extends Agreement {
  /** The address to answer at. */
  readonly to: string;
}

/** People with an agreement who answer their mail, at a door that really speaks SMTP. */
export class MailReplyScene {
  private constructor(
    readonly scene: Application,
    readonly at: AgreementScene,
    readonly door: ReplyDoor,
  ) {}

  static async open(): Promise<MailReplyScene> {
    const mailReply = { address: replyAddress, host: '127.0.0.1', port: 0, tls: undefined };
    const scene = await Application.open({ neighbours: 40, askers: 14 }, { mailReply });
    const door = scene.app.get(ReplyDoor);
    await door.open();
    return new MailReplyScene(scene, new AgreementScene(scene), door);
  }

  /** A minute after somebody wrote, the other is told by mail. @returns the address to answer at */
  async told({ id, asker, helper }: Agreement, words = 'Wanneer komt u?'): Promise<string> {
    const { scene } = this;
    await this.at.write(id, asker, words);
    await scene.wait('1 minute');
    const data = { municipalityId: scene.town.municipalityId, conversationId: id, recipientId: helper.personId };
    await scene.handle({ name: 'conversations.tell-unread', data, id: randomUUID() });
    await scene.workOff();
    return this.mailTo(helper.email, 'U heeft een nieuw bericht').headers['reply-to'] ?? '';
  }

  /** An agreement of which the neighbour got a mail that can be answered. */
  async agreedAndTold(index: number): Promise<Told> {
    const agreement = await this.at.agreed(index);
    return { ...agreement, to: await this.told(agreement) };
  }

  mailsTo(email: string, subject: string): ReceivedMail[] {
    return this.scene.sink.list({ to: email }).filter((mail) => mail.subject.startsWith(subject));
  }

  mailTo(email: string, subject: string): ReceivedMail {
    const [mail] = this.mailsTo(email, subject);
    if (!mail) throw new Error(`No mail to ${email} begins with ${subject}`);
    return mail;
  }

  /** Sends as any mail program would, and does what follows. @returns the code that the door answered with */
  async send(mail: Sent): Promise<number> {
    const code = await this.deliver(mail);
    await this.scene.workOff();
    return code;
  }

  /** Only hands the mail over. */
  async deliver({
    from,
    to,
    words,
    messageId = randomUUID(),
    envelopeFrom = from,
    headers = [],
    body,
  }: Sent): Promise<number> {
    const transport = createTransport({ host: '127.0.0.1', port: this.door.port, ignoreTLS: true });
    const head = [
      `From: Naam <${from}>`,
      `To: ${to}`,
      'Subject: Re: bericht',
      `Message-ID: <${messageId}@buur.example>`,
      ...(body === undefined ? ['Content-Type: text/plain; charset=utf-8'] : []),
      ...headers,
    ];
    try {
      await transport.sendMail({
        envelope: { from: envelopeFrom, to: [to] },
        raw: `${head.join('\r\n')}\r\n${body ?? `\r\n${words}${tail}`}`,
      });
      return 250;
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0;
    } finally {
      transport.close();
    }
  }

  /** The words in a conversation, as one of both reads them. */
  async words(id: string, who: { readonly cookie: string }): Promise<(string | null)[]> {
    return (await this.at.look(id, who)).result().messages.map(({ text }) => text);
  }

  /** What the sweep finds about mails that came in, done at once. */
  async sweep(): Promise<number> {
    const jobs = (await this.scene.overdue()).filter(({ name }) => name === 'conversations.take-reply');
    for (const job of jobs) await this.scene.handle(job);
    await this.scene.workOff();
    return jobs.length;
  }

  async outcomes(id: string): Promise<(string | null)[]> {
    const rows = await this.scene.rows<{ outcome: string | null }>(
      'SELECT outcome FROM reply_mail WHERE conversation_id = $1 ORDER BY id',
      [id],
    );
    return rows.map(({ outcome }) => outcome);
  }
}
