import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ReplyAddresses, type ReplyAddressee } from '@app/features/notifications/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { Municipalities } from '@app/platform/identity/municipalities.js';
import { MailListener, type IncomingMail, type MailTaker } from '@app/platform/mail/mail-listener.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { messageIdOf } from './read-reply.js';
import { ReplyMailStore } from './reply-mail.store.js';

interface Found {
  readonly municipalityId: string;
  readonly addressee: ReplyAddressee;
}

/** Where mail for conversations comes in. It is stored, encrypted, before the other side is told that we have it. */
@Injectable()
export class ReplyDoor implements MailTaker, OnApplicationShutdown {
  private listener: MailListener | undefined;

  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(Municipalities) private readonly municipalities: Municipalities,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReplyAddresses) private readonly addresses: ReplyAddresses,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(ReplyMailStore) private readonly store: ReplyMailStore,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /** Listens, where this installation receives mail. @throws when the port is taken */
  async open(): Promise<void> {
    if (!this.config.mailReply) return;
    this.listener = new MailListener(this.config.mailReply, this);
    await this.listener.start();
  }

  /** Takes no new mail; what is being stored gets a short time. Safe to call twice. */
  async close(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    await listener?.stop();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** Known while it is open. */
  get port(): number | undefined {
    return this.listener?.port;
  }

  async accepts(address: string): Promise<boolean> {
    const known = (await this.find(address)) !== undefined;
    if (!known) this.metrics.replies.inc({ outcome: 'unknown-address' });
    return known;
  }

  async take(mail: IncomingMail): Promise<void> {
    // A bounce: whoever sent it wants no answer, and nobody wrote it.
    if (mail.envelopeSender === '') {
      this.metrics.replies.inc({ outcome: 'automatic' });
      return;
    }
    const name = messageIdOf(mail.raw) ?? createHash('sha256').update(mail.raw).digest('hex');
    for (const address of mail.recipients) {
      const found = await this.find(address);
      if (found) await this.keep(found, { raw: mail.raw, name });
    }
  }

  /** The address says nothing of the municipality, so each is asked; there are few. */
  private async find(address: string): Promise<Found | undefined> {
    if (!this.addresses.isOne(address)) return undefined;
    for (const { id: municipalityId } of await this.municipalities.all()) {
      const addressee = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.addresses.find(tx, address));
      if (addressee) return { municipalityId, addressee };
    }
    return undefined;
  }

  private async keep({ municipalityId, addressee }: Found, mail: { raw: Buffer; name: string }): Promise<void> {
    const outcome = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      if (await this.store.tooMany(tx, addressee)) return 'too-many';
      const cipher = await this.vault.cipherOf(tx, addressee.personId);
      const replyId = await this.store.add(tx, addressee, mail, cipher);
      if (replyId === undefined) return 'known-already';
      tx.append('reply.received', { replyId });
      return 'received';
    });
    this.metrics.replies.inc({ outcome });
    // Answered as a fault that passes, so that nothing is lost: it may come in an hour.
    if (outcome === 'too-many') throw new Error('too many mails in this conversation');
  }
}
