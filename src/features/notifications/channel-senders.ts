import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Channel } from '@app/contracts/http/vocabulary.js';
import type { SendChannel } from '@app/contracts/jobs/job-map.js';
import type { PersonCard } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { HttpGatewaySender } from '@app/platform/gateway/http-gateway-sender.js';
import type { MessageSender, SendResult } from '@app/platform/mail/sender.js';
import { SmtpSender } from '@app/platform/mail/smtp-sender.js';
import type { Letter } from './templates/template-data.js';

/** Letters by mail. */
@Injectable()
export class MailRoad implements OnApplicationShutdown {
  private readonly sender: SmtpSender;

  constructor(@Inject(AppConfig) config: AppConfig) {
    this.sender = new SmtpSender({ url: config.smtpUrl, from: config.mailFrom });
  }

  send(
    messageId: string,
    to: string,
    { subject, text, html, attachments, headers, replyTo }: Letter,
  ): Promise<SendResult> {
    return this.sender.send({
      messageId,
      to,
      subject,
      text,
      html,
      headers,
      ...(attachments.length > 0 && { attachments }),
      ...(replyTo !== null && { replyTo }),
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.sender.close();
  }
}

/** The roads a message can take, behind one port. */
@Injectable()
export class ChannelSenders implements OnApplicationShutdown {
  private readonly gateways: Partial<Record<'sms' | 'voice', MessageSender>>;

  constructor(
    @Inject(MailRoad) private readonly mail: MailRoad,
    @Inject(AppConfig) config: AppConfig,
  ) {
    this.gateways = {
      ...(config.smsGateway ? { sms: new HttpGatewaySender(config.smsGateway) } : {}),
      ...(config.voiceGateway ? { voice: new HttpGatewaySender(config.voiceGateway) } : {}),
    };
  }

  /** Those of the chosen channels that this installation has. */
  available(chosen: readonly Channel[]): Channel[] {
    return chosen.filter((channel) => channel === 'email' || this.gateways[channel] !== undefined);
  }

  async send(
    channel: Exclude<SendChannel, 'push'>,
    messageId: string,
    letter: Letter,
    { email, phone }: PersonCard,
  ): Promise<SendResult> {
    // The inbox is the row itself; its words are made when it is read.
    if (channel === 'inbox') return { status: 'sent' };
    if (channel === 'email' && email) return this.mail.send(messageId, email, letter);
    const gateway = channel === 'email' ? undefined : this.gateways[channel];
    if (channel === 'email' || !gateway || !phone) return { status: 'failed-permanent', reason: 'invalid-recipient' };
    return gateway.send({ messageId, to: phone, subject: letter.subject, text: letter[channel], html: '' });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.gateways).map((sender) => sender.close()));
  }
}
