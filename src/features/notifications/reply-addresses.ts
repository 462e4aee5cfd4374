import { Inject, Injectable } from '@nestjs/common';
import { DAY, type Instant } from '@app/domain/kernel/time.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { replyAddress, secretIn } from '@app/platform/mail/reply-address.js';
import { ActionTokens } from './action-tokens.js';

/** What an address that came in stands for. */
export interface ReplyAddressee {
  /** The acceptance, and so the conversation. */
  readonly conversationId: string;
  /** Whoever got the mail that is answered. */
  readonly personId: string;
  readonly expiresAt: Instant;
}

/** After this an address is no more than any other that we do not know: its mail is refused at the door. */
const knownFor = 30 * DAY;

/** Addresses that conversations are answered at by mail. Only where this installation receives mail. */
@Injectable()
export class ReplyAddresses {
  constructor(
    @Inject(ActionTokens) private readonly tokens: ActionTokens,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** The address for one person in one conversation, the same each time; null where no mail is received. */
  of(tx: Transaction, conversationId: string, personId: string, expiresAt: Instant): string | null {
    const { mailReply } = this.config;
    if (!mailReply) return null;
    const secret = this.tokens.secret(tx, 'reply-by-mail', conversationId, personId, expiresAt);
    return replyAddress(mailReply.address, secret);
  }

  /** Whether an address can be one of these at all, before the database is asked. */
  isOne(address: string): boolean {
    return this.config.mailReply !== undefined && secretIn(this.config.mailReply.address, address) !== undefined;
  }

  /** Who answers where, of the municipality of this system transaction; also some time after it ended. */
  async find(tx: Transaction, address: string): Promise<ReplyAddressee | undefined> {
    const secret = this.config.mailReply && secretIn(this.config.mailReply.address, address);
    const token = secret && (await this.tokens.find(tx, 'reply-by-mail', secret));
    if (!token || token.expiresAt + knownFor <= tx.now) return undefined;
    return { conversationId: token.subjectId, personId: token.personId, expiresAt: token.expiresAt };
  }
}
