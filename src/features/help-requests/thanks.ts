import { Inject, Injectable } from '@nestjs/common';
import type { ThanksView } from '@app/contracts/http/thanks.js';
import { activeAcceptances, type HelpRequestState } from '@app/domain/help-request/index.js';
import { DAY, type Instant } from '@app/domain/kernel/time.js';
import { PeopleDirectory, PersonBlocks } from '@app/features/people/index.js';
import { PersonVault, type PersonCipher } from '@app/platform/crypto/person-vault.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { asPerson, type PersonActor } from '@app/platform/identity/actor.js';
import { hadTheirTime } from './forget-thanks.js';
import { HelpRequestStore } from './help-request.store.js';
import { WallThanksStore } from './wall-thanks.store.js';

/** As long as the words of the request itself are kept. */
const keptFor = 30 * DAY;

/** A thank-you in the clear. */
export interface ReceivedThanks {
  readonly senderId: string;
  readonly text: string;
  readonly sentAt: Date;
}

interface Sides {
  readonly state: HelpRequestState;
  /** Whom this person may thank; empty when it did not work out, or the time for it is over. */
  readonly recipientIds: readonly string[];
}

/** Whom somebody may thank for a help; undefined for who had no part in it. */
function sidesOf(personId: string, state: HelpRequestState, now: Instant): Sides | undefined {
  const helperIds = activeAcceptances(state).map((acceptance) => acceptance.personId);
  const isAsker = personId === state.askerId;
  if (!isAsker && !helperIds.includes(personId)) return undefined;
  const over = state.closedAt === null || now >= state.closedAt + keptFor;
  if (over || state.status !== 'completed') return { state, recipientIds: [] };
  return { state, recipientIds: isAsker ? helperIds : [state.askerId] };
}

/** Place of a thank-you in the database, so that its words open nowhere else. */
function placeOf(helpRequestId: string, recipientId: string) {
  return { table: 'thanks', column: 'text_enc', rowId: `${helpRequestId}/${recipientId}` };
}

/** Thanks between the two sides of a help. No points and no ranks: words, from person to person, once. */
@Injectable()
export class Thanks {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(HelpRequestStore) private readonly store: HelpRequestStore,
    @Inject(PersonVault) private readonly vault: PersonVault,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(PersonBlocks) private readonly blocks: PersonBlocks,
    @Inject(WallThanksStore) private readonly wall: WallThanksStore,
  ) {}

  async of(actor: PersonActor, helpRequestId: string): Promise<ThanksView> {
    const seen = await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const { recipientIds } = await this.sides(tx, actor.personId, helpRequestId);
      return {
        mayThank: recipientIds.length > 0,
        given: await this.given(tx, actor.personId, helpRequestId),
        wall: await this.wall.statusOf(tx, actor.personId, helpRequestId),
      };
    });
    const received = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const thanks = await this.receivedBy(tx, helpRequestId, actor.personId);
      const cards = await this.people.cardsOf(
        tx,
        thanks.map(({ senderId }) => senderId),
      );
      return thanks.map(({ senderId, text, sentAt }) => ({
        givenName: cards.get(senderId)?.givenName ?? '',
        text,
        sentAt: sentAt.toISOString(),
      }));
    });
    return { received, ...seen, mayThank: seen.mayThank && !seen.given };
  }

  /** @param onWall the words may be on the public wall as well, once a coordinator has looked at them */
  async give(actor: PersonActor, helpRequestId: string, text: string, onWall: boolean): Promise<void> {
    const { personId } = actor;
    await this.unitOfWork.run(asPerson(actor), async (tx) => {
      const { state, recipientIds } = await this.sides(tx, personId, helpRequestId);
      if (recipientIds.length === 0) throw new ProblemError('not-active-any-more');
      if (await this.given(tx, personId, helpRequestId)) throw new ProblemError('already-answered');
      const cipher = await this.vault.cipherOf(tx, personId);
      for (const recipientId of recipientIds) await this.keep(tx, state, { personId, recipientId, text, cipher });
      const { associationId } = state;
      if (onWall && (await this.wall.offer(tx, { personId, cipher }, { helpRequestId, associationId }, text)))
        tx.append('work.touched', { associationId });
    });
  }

  /** What this person was thanked for with this help, null words left out. Needs a system transaction. */
  async receivedBy(tx: Transaction, helpRequestId: string, recipientId: string): Promise<ReceivedThanks[]> {
    const rows = await tx.query<{ sender_id: string; text_enc: Buffer; sent_at: Date }>(
      `SELECT sender_id, text_enc, sent_at FROM thanks
        WHERE municipality_id = $1 AND help_request_id = $2 AND recipient_id = $3 AND NOT ${hadTheirTime('thanks')}
        ORDER BY sent_at`,
      [tx.tenancy.municipalityId, helpRequestId, recipientId],
    );
    const ciphers = await this.vault.ciphersOf(
      tx,
      rows.map(({ sender_id: senderId }) => senderId),
    );
    return rows.flatMap(({ sender_id: senderId, text_enc: sealed, sent_at: sentAt }) => {
      const text = ciphers.get(senderId)?.open(sealed, placeOf(helpRequestId, recipientId));
      return text === undefined ? [] : [{ senderId, text, sentAt }];
    });
  }

  private async keep(
    tx: Transaction,
    { id: helpRequestId, associationId, version }: HelpRequestState,
    thanks: { personId: string; recipientId: string; text: string; cipher: PersonCipher },
  ): Promise<void> {
    const { personId: senderId, recipientId, text, cipher } = thanks;
    // Silent: whoever was blocked is told nothing, and learns nothing from it.
    if (await this.blocks.between(tx, senderId, recipientId)) return;
    const kept = await tx.query(
      `INSERT INTO thanks (municipality_id, help_request_id, sender_id, recipient_id, text_enc, sent_at)
       VALUES ($1, $2, $3, $4, $5, app_now()) ON CONFLICT DO NOTHING RETURNING sent_at`,
      [
        tx.tenancy.municipalityId,
        helpRequestId,
        senderId,
        recipientId,
        cipher.seal(text, placeOf(helpRequestId, recipientId)),
      ],
    );
    if (kept.length === 0) return;
    tx.append('help-request.thanked', { helpRequestId, associationId, version, senderId, recipientId });
  }

  private async given(tx: Transaction, personId: string, helpRequestId: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM thanks WHERE municipality_id = $1 AND help_request_id = $2 AND sender_id = $3 LIMIT 1',
      [tx.tenancy.municipalityId, helpRequestId, personId],
    );
    return rows.length > 0;
  }

  /** In the person's own name: what row level security hides is not there. */
  private async sides(tx: Transaction, personId: string, helpRequestId: string): Promise<Sides> {
    const loaded = await this.store.read(tx, helpRequestId);
    const sides = loaded && sidesOf(personId, loaded.state, tx.now);
    if (!sides) throw new ProblemError('not-found');
    return sides;
  }
}
