import { Inject, Injectable } from '@nestjs/common';
import type { JobMap, NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import { AskDispatch, AskReader, type AskWithRequest } from '@app/features/matching/index.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';
import { ChannelSenders } from './channel-senders.js';
import { LetterComposer } from './letter-composer.js';
import { NotificationStore, type ClaimedNotification, type Outgoing } from './notification.store.js';
import { PushSubscriptions } from './push/push-subscriptions.js';
import { StillTrue } from './still-true.js';
import type { Letter } from './templates/template-data.js';

type Message = JobMap['notifications.send'];

/** These can wait for the morning; whoever has an agreement or asked for help is told at once. */
const canWait = new Set<NotificationTemplate>([
  'ask-closed',
  'outcome-asked',
  'thank-you',
  'message-waiting',
  'reminder',
  'thanked',
  'vog-ending',
  'invitation',
  'circle-joining',
  'circle-joined',
  'circle-swap-asked',
  'circle-taken-over',
  'circle-unfilled',
  'circle-reminder',
  'gathering-cancelled',
  'gathering-changed',
  'gathering-reminder',
]);

/** A message that goes now, and the roads that were taken for it. */
export interface Prepared {
  readonly message: Message;
  readonly claimed: readonly ClaimedNotification[];
  readonly letter: Letter;
  readonly card: PersonCard;
}

/** What is known of the readers of several messages, read once for all of them. */
interface Readers {
  readonly cards: ReadonlyMap<string, PersonCard>;
  /** Why an ask may not be sent any more, by its id. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly asks: ReadonlyMap<string, AskWithRequest>;
  /** When the quiet hours end of who has them now. */
  readonly quietUntil: ReadonlyMap<string, number>;
}

/**
 * Makes messages ready to leave: by which roads, whether they may, and their words; notes and takes them. Several at
 * once cost hardly more journeys to the database than one.
 */
@Injectable()
export class PrepareMessages {
  constructor(
    @Inject(NotificationStore) private readonly store: NotificationStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AskDispatch) private readonly dispatch: AskDispatch,
    @Inject(AskReader) private readonly asks: AskReader,
    @Inject(LetterComposer) private readonly composer: LetterComposer,
    @Inject(StillTrue) private readonly stillTrue: StillTrue,
    @Inject(ChannelSenders) private readonly senders: ChannelSenders,
    @Inject(PushSubscriptions) private readonly devices: PushSubscriptions,
  ) {}

  /** Those that go now. All must be of the municipality of the transaction, which must be the system's. */
  async run(tx: Transaction, messages: readonly Message[]): Promise<Prepared[]> {
    const recipients = messages.map(({ recipientId }) => recipientId);
    const [chosen, reached, readers] = await Promise.all([
      this.people.channelsOf(tx, recipients),
      this.devices.reached(tx, recipients),
      this.readersOf(tx, messages),
    ]);
    const decided: { outgoing: Outgoing; letter: Letter | null; card: PersonCard }[] = [];
    for (const message of messages) {
      const card = readers.cards.get(message.recipientId);
      // Somebody who was erased is told nothing any more.
      if (!card) continue;
      const push = reached.has(card.id) ? (['push'] as const) : [];
      const channels = ['inbox' as const, ...this.senders.available(chosen.get(card.id) ?? []), ...push];
      decided.push(await this.decide(tx, message, channels, card, readers));
    }
    const taken = await this.store.take(
      tx,
      decided.map(({ outgoing }) => outgoing),
    );
    return decided.flatMap(({ outgoing: { message }, letter, card }, index) => {
      const claimed = taken[index] ?? [];
      return letter && claimed.length > 0 ? [{ message, claimed, letter, card }] : [];
    });
  }

  private async readersOf(tx: Transaction, messages: readonly Message[]): Promise<Readers> {
    const aboutAsks = messages.filter(({ template }) => template === 'ask' || template === 'ask-closed');
    const waiting = messages.filter(({ template }) => canWait.has(template));
    const [cards, asks, quietUntil] = await Promise.all([
      this.people.cardsOf(
        tx,
        messages.map(({ recipientId }) => recipientId),
      ),
      this.asks.readAll(
        tx,
        aboutAsks.map(({ subjectId }) => subjectId),
      ),
      quietEnds(
        tx,
        waiting.map(({ recipientId }) => recipientId),
      ),
    ]);
    const toSend = aboutAsks
      .filter(({ template }) => template === 'ask')
      .flatMap(({ subjectId }) => asks.get(subjectId) ?? []);
    return { cards, asks, quietUntil, refusals: await this.dispatch.refusals(tx, toSend) };
  }

  private async decide(
    tx: Transaction,
    message: Message,
    channels: Outgoing['channels'],
    card: PersonCard,
    readers: Readers,
  ): Promise<{ outgoing: Outgoing; letter: Letter | null; card: PersonCard }> {
    const { template, subjectId } = message;
    const waitUntil = canWait.has(template) ? (readers.quietUntil.get(card.id) ?? null) : null;
    const refusal = template === 'ask' ? refusalOf(subjectId, readers) : null;
    if (refusal !== null) {
      // What held when somebody was chosen holds no more: somebody else is asked instead.
      if (refusal !== 'not-open') await this.dispatch.takeBack(tx, subjectId);
      return { outgoing: { message, channels, skipped: refusal, waitUntil }, letter: null, card };
    }
    const waits = await this.stillTrue.holds(tx, message);
    const letter = waits ? await this.composer.compose(tx, template, subjectId, card, readers.asks) : null;
    return { outgoing: { message, channels, skipped: letter ? null : 'no-longer-true', waitUntil }, letter, card };
  }
}

function refusalOf(askId: string, { asks, refusals }: Readers): string | null {
  return asks.has(askId) ? (refusals.get(askId) ?? null) : 'not-open';
}

/** When quiet hours end, of those of these people who have them now. */
async function quietEnds(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<{ person_id: string; quiet_from_minute: number; quiet_until_minute: number }>(
    `SELECT person_id, quiet_from_minute, quiet_until_minute FROM helper_profile
      WHERE municipality_id = $1 AND person_id = ANY ($2::uuid[])`,
    [tx.tenancy.municipalityId, personIds],
  );
  const own = new Map(rows.map((row) => [row.person_id, row]));
  const { minuteOfDay } = localMoment(tx.now);
  return new Map(
    personIds.flatMap((id) => {
      const row = own.get(id);
      // Whoever did not choose any has the usual ones.
      const quiet = { fromMinute: row?.quiet_from_minute ?? 21 * 60, untilMinute: row?.quiet_until_minute ?? 8 * 60 };
      return isQuiet(minuteOfDay, quiet) ? [[id, nextLocalTime(tx.now, quiet.untilMinute)] as const] : [];
    }),
  );
}
