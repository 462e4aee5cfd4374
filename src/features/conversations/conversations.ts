import { Inject, Injectable } from '@nestjs/common';
import type { ConversationView, MessageView } from '@app/contracts/http/conversations.js';
import type { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { RequestDigest } from '@app/features/help-requests/index.js';
import { PeopleDirectory, PersonBlocks } from '@app/features/people/index.js';
import { PersonVault } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { partOf, type Part } from './conversation.policy.js';
import { ConversationStore, type StoredMessage } from './conversation.store.js';
import { messageView, openMessage, sealedMessage } from './message-words.js';

type NewMessage = OperationInput<typeof operations.sendMessage>['body'];

/** More than a person types; a script is told to wait. */
const mostAMinute = 20;

interface Admitted {
  readonly part: Part;
  readonly helpRequestId: string;
}

/** Writing and reading between the two sides of an agreement, each in their own name. */
@Injectable()
export class Conversations {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ConversationStore) private readonly store: ConversationStore,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(PersonVault) private readonly vault: PersonVault,
  ) {}

  async list(actor: PersonActor): Promise<OperationResult<typeof operations.listConversations>> {
    return this.unitOfWork.run(asPerson(actor), async (tx) => {
      const rows = await tx.query<{ id: string; help_request_id: string; unread: number; last: Date }>(
        `SELECT c.id, c.help_request_id, m.sent_at AS last,
                (SELECT count(*)::int FROM message u WHERE u.municipality_id = c.municipality_id AND u.conversation_id = c.id
                    AND u.sender_id <> $2
                    AND u.number > CASE WHEN c.asker_id = $2 THEN c.asker_read_number ELSE c.helper_read_number END) AS unread
           FROM conversation c
           JOIN message m ON m.municipality_id = c.municipality_id AND m.conversation_id = c.id AND m.number = c.message_count
          WHERE c.municipality_id = $1 AND (c.asker_id = $2 OR c.helper_id = $2)
          ORDER BY m.sent_at DESC LIMIT 100`,
        [actor.municipalityId, actor.personId],
      );
      const conversations = [];
      for (const { id, help_request_id: helpRequestId, unread, last } of rows) {
        // A conversation whose agreement ended otherwise is not there any more, for the list as for the page.
        if (!(await this.admitted(tx, actor.personId, id))) continue;
        conversations.push({ id, helpRequestId, unread, lastSentAt: last.toISOString() });
      }
      return { conversations };
    });
  }

  async one(actor: PersonActor, id: string): Promise<ConversationView> {
    const seen = await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const admitted = await this.admit(tx, actor.personId, id);
      return { ...admitted, state: await this.store.read(tx, id), messages: await this.store.messages(tx, id) };
    });
    const { part, helpRequestId, state } = seen;
    const isAsker = part.side === 'asker';
    const read = isAsker ? state.askerRead : state.helperRead;
    return {
      id,
      helpRequestId,
      ...(await this.words(actor, id, part, seen.messages)),
      version: state.messageCount,
      mayWrite: part.mayWrite,
      writableUntil: new Date(part.writableUntil).toISOString(),
      removedAt: part.removedAt === null ? null : new Date(part.removedAt).toISOString(),
      unread: seen.messages.filter(({ number, senderId }) => number > read && senderId !== actor.personId).length,
      readByOther: isAsker ? state.helperRead : state.askerRead,
    };
  }

  send(actor: PersonActor, id: string, message: NewMessage): Promise<MessageView> {
    return this.unitOfWork.run(asPerson(actor), (tx) =>
      this.write(tx, actor.personId, id, { ...message, byMail: false }),
    );
  }

  /** What somebody answered by mail, by the same rules; `settle` notes in the same transaction that it was done. */
  async sendByMail(
    { municipalityId, personId }: Pick<PersonActor, 'municipalityId' | 'personId'>,
    id: string,
    message: NewMessage,
    settle: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> {
    await this.unitOfWork.run({ municipalityId, scope: 'person', personId }, async (tx) => {
      await this.write(tx, personId, id, { ...message, byMail: true });
      await settle(tx);
    });
  }

  private async write(
    tx: Transaction,
    personId: string,
    id: string,
    { id: messageId, text, byMail }: NewMessage & { readonly byMail: boolean },
  ): Promise<MessageView> {
    const { part, helpRequestId } = await this.admit(tx, personId, id);
    if (!part.mayWrite) throw new ProblemError('not-active-any-more');
    await this.store.lock(tx, id, helpRequestId, part);
    const cipher = await this.vault.cipherOf(tx, personId);
    const known = await this.store.message(tx, id, messageId);
    // Somebody else's id, or one used for other words, is no message of this sender.
    if (known && known.senderId !== personId) throw new ProblemError('not-found');
    if (known) return messageView(known, personId, openMessage(cipher, id, known));
    if ((await this.store.recentOf(tx, id, personId)) >= mostAMinute) {
      throw new ProblemError('too-many-requests', { retryAfterSeconds: 60 });
    }
    const body = sealedMessage(cipher, id, messageId, text);
    const made = await this.store.add(tx, id, { id: messageId, senderId: personId, body, byMail }, part);
    const { otherId: recipientId } = part;
    tx.append('message.sent', {
      conversationId: id,
      helpRequestId,
      senderId: personId,
      recipientId,
      version: made.number,
    });
    return messageView(made, personId, text);
  }

  async markRead(actor: PersonActor, id: string, number: number): Promise<void> {
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const { part, helpRequestId } = await this.admit(tx, actor.personId, id);
      if (!(await this.store.markRead(tx, id, part, number))) return;
      tx.append('message.read', {
        conversationId: id,
        helpRequestId,
        readerId: actor.personId,
        otherId: part.otherId,
        version: number,
      });
    });
  }

  private async admit(tx: Transaction, personId: string, id: string): Promise<Admitted> {
    const admitted = await this.admitted(tx, personId, id);
    if (!admitted) throw new ProblemError('not-found');
    return admitted;
  }

  /** In the person's own name: what row level security hides is not there to be judged. */
  private async admitted(tx: Transaction, personId: string, id: string): Promise<Admitted | undefined> {
    const [row] = await tx.query<{ help_request_id: string }>(
      'SELECT help_request_id FROM acceptance WHERE municipality_id = $1 AND id = $2',
      [tx.tenancy.municipalityId, id],
    );
    const request = row && (await this.requests.of(tx, row.help_request_id));
    const part = request && partOf(personId, id, request, tx.now);
    if (!part) return undefined;
    // A block is silent: for both it looks as if the time for writing is over.
    const mayWrite = part.mayWrite && !(await this.blocks.between(tx, part.askerId, part.helperId));
    return { part: { ...part, mayWrite }, helpRequestId: request.state.id };
  }

  /** First name of the other and the messages in the clear; the part was checked before. */
  private words(
    actor: PersonActor,
    id: string,
    { otherId, askerId, helperId }: Part,
    messages: readonly StoredMessage[],
  ): Promise<Pick<ConversationView, 'otherGivenName' | 'messages'>> {
    return this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const ciphers = await this.vault.ciphersOf(tx, [askerId, helperId]);
      const other = (await this.people.cardsOf(tx, [otherId])).get(otherId);
      return {
        otherGivenName: other?.givenName ?? '',
        messages: messages.map((message) =>
          messageView(message, actor.personId, openMessage(ciphers.get(message.senderId), id, message)),
        ),
      };
    });
  }
}
