import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import type { SendResult } from '@app/platform/mail/sender.js';
import { PushSender, type PushMessage } from '@app/platform/push/push-sender.js';
import type { Letter } from '../templates/template-data.js';
import { PushSubscriptions } from './push-subscriptions.js';

const longestTitle = 120;

/** A letter as a browser shows it. What is said is encrypted for that browser; its push service cannot read it. */
function pushMessageOf(messageId: string, { subject, inbox, url, language }: Letter): PushMessage {
  const title = subject.slice(0, longestTitle);
  return { tag: messageId, title, body: inbox, lang: language, ...(url === null ? {} : { url }) };
}

/** Messages to every browser of one person that wants them. */
@Injectable()
export class PushRoad {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PushSubscriptions) private readonly subscriptions: PushSubscriptions,
    @Inject(PushSender) private readonly sender: PushSender,
  ) {}

  /** Sent when one browser took it; a browser that is gone is forgotten. */
  async send(municipalityId: string, personId: string, messageId: string, letter: Letter): Promise<SendResult> {
    const system = asSystem(municipalityId);
    const devices = await this.unitOfWork.run(system, (tx) => this.subscriptions.of(tx, personId));
    const message = pushMessageOf(messageId, letter);
    const results = await Promise.all(
      devices.map(async ({ id, subscription }) => {
        const result = await this.sender.send(subscription, message);
        if (result === 'gone') await this.unitOfWork.run(system, (tx) => this.subscriptions.forget(tx, id));
        return result;
      }),
    );
    if (results.includes('sent')) return { status: 'sent' };
    if (results.includes('later')) return { status: 'failed-temporary', reason: 'refused-for-now' };
    return { status: 'failed-permanent', reason: 'invalid-recipient' };
  }
}
