import { Inject, Injectable } from '@nestjs/common';
import type { AnyPlannedJob, JobMap } from '@app/contracts/jobs/job-map.js';
import { sendMessage } from '@app/contracts/http/conversations.js';
import type { ReplyFault } from '@app/features/notifications/index.js';
import { PeopleDirectory } from '@app/features/people/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { sweepId, Sweeps, type OverdueWork } from '@app/platform/outbox/sweep.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { Conversations } from '../conversations.js';
import { readReply, sameMailbox, type Reply } from './read-reply.js';
import { ReplyMailStore, type ReplyOutcome, type StoredReply } from './reply-mail.store.js';

/** Enough to give back what somebody wrote in one go; a mail may be far longer. */
const mostKept = 10_000;

interface Opened {
  readonly stored: StoredReply;
  readonly raw: Buffer;
  readonly email: string;
  readonly mayWrite: boolean;
}

/**
 * Puts what somebody answered by mail in the conversation, in the same transaction that notes that it was done. What
 * cannot be passed on goes back to whoever wrote it, at the address that we know of that person and no other.
 */
@Injectable()
@HandlesJob('conversations.take-reply')
export class TakeReply implements JobHandler<'conversations.take-reply'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReplyMailStore) private readonly store: ReplyMailStore,
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async handle({ municipalityId, replyId }: JobMap['conversations.take-reply']): Promise<void> {
    const opened = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.open(tx, replyId));
    if (opened) await this.work(municipalityId, opened);
    await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.finish(tx, replyId));
  }

  private async open(tx: Transaction, replyId: string): Promise<Opened | undefined> {
    const stored = await this.store.lock(tx, replyId);
    if (!stored || stored.outcome !== null) return undefined;
    const cipher = await this.vault.cipherOf(tx, stored.personId);
    const raw = this.store.openRaw(cipher, stored);
    const card = (await this.people.cardsOf(tx, [stored.personId])).get(stored.personId);
    const mayWrite = await this.mayWrite(tx, stored);
    return raw && { stored, raw, email: card?.email ?? '', mayWrite };
  }

  /** As with a session: whoever may not sign in, or whose address had its time, writes nothing. */
  private async mayWrite(tx: Transaction, { personId, conversationId }: StoredReply): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM person p JOIN action_token t ON t.municipality_id = p.municipality_id AND t.person_id = p.id
        WHERE p.municipality_id = $1 AND p.id = $2 AND p.status = 'active'
          AND t.kind = 'reply-by-mail' AND t.subject_id = $3 AND t.expires_at > app_now()`,
      [tx.tenancy.municipalityId, personId, conversationId],
    );
    return rows.length > 0;
  }

  private async work(municipalityId: string, { stored, raw, email, mayWrite }: Opened): Promise<void> {
    const reply = await readReply(raw).catch(() => undefined);
    const fault = reply ? faultOf(reply, email, mayWrite) : 'unreadable';
    if (reply && fault === null) await this.pass(municipalityId, stored, reply);
    else await this.settle(municipalityId, stored, fault ?? 'unreadable', reply?.words ?? '');
  }

  private async pass(municipalityId: string, stored: StoredReply, { words, hasFiles }: Reply): Promise<void> {
    const { id, personId, conversationId } = stored;
    const outcome = hasFiles ? 'files-left' : 'passed';
    try {
      await this.conversations.sendByMail({ municipalityId, personId }, conversationId, { id, text: words }, (tx) =>
        this.store.settle(tx, id, outcome),
      );
      this.metrics.replies.inc({ outcome });
    } catch (error) {
      const refused = error instanceof ProblemError && ['not-found', 'not-active-any-more'].includes(error.code);
      // Too fast, or a store that is away: the mail waits and is tried again.
      if (!refused) throw error;
      await this.settle(municipalityId, stored, 'over', words);
    }
  }

  private async settle(
    municipalityId: string,
    { id, personId }: StoredReply,
    outcome: ReplyOutcome,
    words: string,
  ): Promise<void> {
    const settled = await this.unitOfWork.run(asSystem(municipalityId), async (tx) => {
      const cipher = await this.vault.cipherOf(tx, personId);
      return this.store.settle(tx, id, outcome, { words: words.slice(0, mostKept), cipher });
    });
    if (settled) this.metrics.replies.inc({ outcome });
  }

  /** Tells what there is to tell, and forgets what had its time. */
  private async finish(tx: Transaction, replyId: string): Promise<void> {
    const stored = await this.store.lock(tx, replyId);
    if (!stored) return;
    const last = await this.store.takeUntold(tx, stored);
    if (last !== undefined) tx.append('reply.returned', { replyId: last, personId: stored.personId });
    await this.store.forget(tx, replyId);
  }
}

/** Why a mail is not put in the conversation; null: nothing is known against it. */
function faultOf(reply: Reply, email: string, mayWrite: boolean): ReplyFault | 'automatic' | null {
  if (reply.automatic) return 'automatic';
  if (!sameMailbox(reply.from, email)) return 'other-sender';
  if (!mayWrite) return 'over';
  if (reply.words === '') return 'empty';
  // Cleaned already, so that only its length can be wrong.
  return sendMessage.body.shape.text.safeParse(reply.words).success ? null : 'too-long';
}

/** Mails whose job was lost, that were not told of yet, or that had their time. */
@Injectable()
@Sweeps('reply-mail')
export class OverdueReplies implements OverdueWork {
  constructor(@Inject(ReplyMailStore) private readonly store: ReplyMailStore) {}

  async overdue(tx: Transaction): Promise<AnyPlannedJob[]> {
    const { municipalityId } = tx.tenancy;
    return (await this.store.overdue(tx)).map((replyId) => ({
      name: 'conversations.take-reply',
      data: { municipalityId, replyId },
      id: sweepId(['take-reply', replyId], tx.now),
    }));
  }
}
