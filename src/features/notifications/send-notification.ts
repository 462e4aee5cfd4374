import { Inject, Injectable } from '@nestjs/common';
import type { JobMap, NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { isQuiet } from '@app/domain/schedule/index.js';
import { AskDispatch } from '@app/features/matching/index.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import type { SendResult } from '@app/platform/mail/sender.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { localMoment, nextLocalTime } from '@app/platform/time/local-clock.js';
import { ChannelSenders } from './channel-senders.js';
import { LetterComposer } from './letter-composer.js';
import { PushRoad } from './push/push-road.js';
import { PushSubscriptions } from './push/push-subscriptions.js';
import { StillTrue } from './still-true.js';
import { NotificationStore, type ClaimedNotification } from './notification.store.js';
import type { Letter } from './templates/template-data.js';

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
]);

interface Prepared {
  readonly claimed: readonly ClaimedNotification[];
  readonly letter: Letter;
  readonly card: PersonCard;
}

/**
 * Sends one message to one person by every road that person chose. Claims in one transaction, sends outside
 * any, notes the result in another: a worker that dies in between leaves a claim that runs out, and the
 * message is sent again under the same Message-ID.
 */
@Injectable()
@HandlesJob('notifications.send')
export class SendNotification implements JobHandler<'notifications.send'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(NotificationStore) private readonly store: NotificationStore,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(AskDispatch) private readonly asks: AskDispatch,
    @Inject(LetterComposer) private readonly composer: LetterComposer,
    @Inject(StillTrue) private readonly stillTrue: StillTrue,
    @Inject(ChannelSenders) private readonly senders: ChannelSenders,
    @Inject(PushSubscriptions) private readonly devices: PushSubscriptions,
    @Inject(PushRoad) private readonly push: PushRoad,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async handle(message: JobMap['notifications.send']): Promise<void> {
    const prepared = await this.unitOfWork.run(asSystem(message.municipalityId), (tx) => this.prepare(tx, message));
    if (!prepared) return;
    // Each road on its own: one that stays silent must not hold up another.
    await Promise.all(prepared.claimed.map((claimed) => this.sendOne(message, claimed, prepared)));
  }

  private async prepare(tx: Transaction, message: JobMap['notifications.send']): Promise<Prepared | undefined> {
    const [cards, chosen, hasDevice] = await Promise.all([
      this.people.cardsOf(tx, [message.recipientId]),
      this.people.channelsOf(tx, message.recipientId),
      this.devices.reaches(tx, message.recipientId),
    ]);
    const card = cards.get(message.recipientId);
    // Somebody who was erased is told nothing any more.
    if (!card) return undefined;
    const push = hasDevice ? (['push'] as const) : [];
    this.store.prepare(tx, message, ['inbox', ...this.senders.available(chosen), ...push]);
    if (message.template === 'ask' && (await this.refuseAsk(tx, message))) return undefined;
    const quietUntil = canWait.has(message.template) ? await quietEnd(tx, message.recipientId) : null;
    if (quietUntil !== null) this.store.postpone(tx, message, quietUntil);
    const claimed = await this.store.claim(tx, message);
    if (claimed.length === 0) return undefined;
    const waits = await this.stillTrue.holds(tx, message);
    const letter = waits ? await this.composer.compose(tx, message.template, message.subjectId, card) : null;
    if (!letter) {
      this.store.skip(tx, message, 'no-longer-true');
      return undefined;
    }
    // The inbox is the row itself: it arrives with this transaction.
    for (const inbox of claimed.filter(({ channel }) => channel === 'inbox'))
      this.store.settle(tx, inbox, { status: 'sent' });
    return { claimed, letter, card };
  }

  /** What held when somebody was chosen is checked again; a refused ask goes to somebody else. */
  private async refuseAsk(tx: Transaction, message: JobMap['notifications.send']): Promise<boolean> {
    const refusal = await this.asks.refusal(tx, message.subjectId);
    if (refusal === null) return false;
    this.store.skip(tx, message, refusal);
    if (refusal !== 'not-open') await this.asks.takeBack(tx, message.subjectId);
    return true;
  }

  private async sendOne(
    message: JobMap['notifications.send'],
    claimed: ClaimedNotification,
    { letter, card }: Prepared,
  ): Promise<void> {
    const { channel, id } = claimed;
    const result =
      channel === 'push'
        ? await this.push.send(message.municipalityId, card.id, id, letter)
        : await this.senders.send(channel, id, letter, card);
    this.metrics.notifications.inc({ channel: claimed.channel, template: message.template, result: result.status });
    if (claimed.channel !== 'inbox') await this.note(message.municipalityId, claimed, result);
  }

  private note(municipalityId: string, claimed: ClaimedNotification, result: SendResult): Promise<void> {
    return this.unitOfWork.run(asSystem(municipalityId), async (tx) => this.store.settle(tx, claimed, result));
  }
}

/** When this person's quiet hours end, if they are quiet now. */
async function quietEnd(tx: Transaction, personId: string): Promise<number | null> {
  const [row] = await tx.query<{ quiet_from_minute: number; quiet_until_minute: number }>(
    'SELECT quiet_from_minute, quiet_until_minute FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
    [tx.tenancy.municipalityId, personId],
  );
  // Whoever did not choose any has the usual ones.
  const quiet = { fromMinute: row?.quiet_from_minute ?? 21 * 60, untilMinute: row?.quiet_until_minute ?? 8 * 60 };
  return isQuiet(localMoment(tx.now).minuteOfDay, quiet) ? nextLocalTime(tx.now, quiet.untilMinute) : null;
}
