import { Inject, Injectable } from '@nestjs/common';
import type { JobMap } from '@app/contracts/jobs/job-map.js';
import { AskDispatch } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { Metrics } from '@app/platform/observability/metrics.js';
import { HandlesJob, type JobHandler } from '@app/platform/queue/job-handler.js';
import { ChannelSenders } from './channel-senders.js';
import { NotificationStore, type ClaimedNotification, type Settled } from './notification.store.js';
import { PrepareMessages, type Prepared } from './prepare-messages.js';
import { PushRoad } from './push/push-road.js';

type Message = JobMap['notifications.send'];

/** What became of an attempt to send a message. */
interface Known extends Settled {
  readonly message: Message;
}

/**
 * Sends messages by every road that the person chose. Claims in one transaction, sends outside any, notes the results
 * in another: a worker that dies in between leaves claims that run out, and those messages are sent again under the
 * same Message-ID.
 */
@Injectable()
@HandlesJob('notifications.send')
export class SendNotification implements JobHandler<'notifications.send'> {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PrepareMessages) private readonly prepare: PrepareMessages,
    @Inject(NotificationStore) private readonly store: NotificationStore,
    @Inject(ChannelSenders) private readonly senders: ChannelSenders,
    @Inject(PushRoad) private readonly push: PushRoad,
    @Inject(AskDispatch) private readonly dispatch: AskDispatch,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async handle(message: Message): Promise<void> {
    await this.handleTogether([message]);
  }

  async handleTogether(messages: readonly Message[]): Promise<void> {
    const tenants = new Set(messages.map(({ municipalityId }) => municipalityId));
    for (const municipalityId of tenants) {
      const mine = messages.filter((message) => message.municipalityId === municipalityId);
      const prepared = await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.prepare.run(tx, mine));
      await this.sendAll(municipalityId, prepared);
    }
  }

  /**
   * Each message and road on its own: one that stays silent must not hold up another. What is known is noted at once;
   * what comes in meanwhile is noted together.
   */
  private async sendAll(municipalityId: string, prepared: readonly Prepared[]): Promise<void> {
    const known: Known[] = [];
    let noting: Promise<void> | undefined;
    const noteKnown = async (): Promise<void> => {
      try {
        while (known.length > 0) {
          const some = known.splice(0);
          await this.unitOfWork.run(asSystem(municipalityId), (tx) => this.note(tx, some));
        }
      } finally {
        noting = undefined;
      }
    };
    await Promise.all(
      prepared.flatMap((one) =>
        one.claimed.map(async (claimed) => {
          known.push({ message: one.message, claimed, result: await this.sendOne(one, claimed) });
          await (noting ??= noteKnown());
        }),
      ),
    );
  }

  /** Whoever an ask can never reach was not asked: it is taken back, so that somebody else is asked at once. */
  private async note(tx: Transaction, some: readonly Known[]): Promise<void> {
    this.store.settle(tx, some);
    const refused = some.filter(
      ({ message, result }) => message.template === 'ask' && result.status === 'failed-permanent',
    );
    const undeliverable = await this.store.undeliverable(
      tx,
      refused.map(({ message }) => message),
    );
    for (const { subjectId } of undeliverable) await this.dispatch.takeBack(tx, subjectId);
  }

  private async sendOne({ message, letter, card }: Prepared, claimed: ClaimedNotification): Promise<Settled['result']> {
    const { channel, id } = claimed;
    const result =
      channel === 'push'
        ? await this.push.send(message.municipalityId, card.id, id, letter)
        : await this.senders.send(channel, id, letter, card);
    this.metrics.notifications.inc({ channel, template: message.template, result: result.status });
    return result;
  }
}
