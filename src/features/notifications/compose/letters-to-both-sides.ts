import { Inject, Injectable } from '@nestjs/common';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { activeAcceptances } from '@app/domain/help-request/index.js';
import { Thanks } from '@app/features/help-requests/index.js';
import { renderLetter } from '../templates/index.js';
import type { Letter } from '../templates/template-data.js';
import { ReplyAddresses } from '../reply-addresses.js';
import { LetterDetails } from './letter-details.js';
import type { Compose, Scene } from './letter-scene.js';

const day = 24 * 3_600_000;

/** Letters that either side of an agreement gets. */
@Injectable()
export class LettersToBothSides {
  constructor(
    @Inject(Thanks) private readonly thanks: Thanks,
    @Inject(LetterDetails) private readonly details: LetterDetails,
    @Inject(ReplyAddresses) private readonly replies: ReplyAddresses,
  ) {}

  readonly letters = {
    'outcome-asked': async (scene) => this.outcome(scene),
    'thank-you': async (scene) =>
      renderLetter('thank-you', {
        ...scene.frame,
        ...(await this.details.sides(scene)),
        homeUrl: this.details.url('/'),
      }),
    thanked: (scene) => this.thanked(scene),
    reminder: (scene) => this.reminder(scene),
    'message-waiting': (scene) => this.messageWaiting(scene),
  } satisfies Partial<Record<NotificationTemplate, Compose>>;

  private async outcome(scene: Scene): Promise<Letter | null> {
    const { tx, request, reader, frame } = scene;
    if (request.state.outcome !== null) return null;
    const { id, windowUntil } = request.state;
    const outcomeUrl = this.details.link(tx, 'record-outcome', id, reader, windowUntil + 7 * day);
    return renderLetter('outcome-asked', { ...frame, ...(await this.details.sides(scene)), outcomeUrl });
  }

  private async thanked({ tx, request, reader, frame }: Scene): Promise<Letter | null> {
    const { id, askerId } = request.state;
    const newest = (await this.thanks.receivedBy(tx, id, reader.id)).at(-1);
    if (!newest) return null;
    return renderLetter('thanked', {
      ...frame,
      senderGivenName: await this.details.nameOf(tx, newest.senderId),
      words: newest.text,
      agreementUrl: reader.id === askerId ? this.details.requestUrl(request) : this.details.url(`/afspraken/${id}`),
    });
  }

  private async reminder(scene: Scene): Promise<Letter | null> {
    const { tx, request, reader, frame } = scene;
    const sides = await this.details.sides(scene);
    const { id, windowFrom, windowUntil } = request.state;
    if (!activeAcceptances(request.state).some(({ status }) => status === 'confirmed') || tx.now >= windowFrom)
      return null;
    const helps = sides.reader === 'helper';
    return renderLetter('reminder', {
      ...frame,
      ...sides,
      agreementUrl: helps ? this.details.url(`/afspraken/${id}`) : this.details.requestUrl(request),
      withdrawUrl: helps ? this.details.link(tx, 'withdraw', id, reader, windowUntil) : null,
    });
  }

  private async messageWaiting(scene: Scene): Promise<Letter | null> {
    const { reader, otherGivenName } = await this.details.sides(scene);
    if (activeAcceptances(scene.request.state).length === 0) return null;
    const { id, windowUntil } = scene.request.state;
    const conversationUrl = this.details.url(`${reader === 'asker' ? '/vragen' : '/afspraken'}/${id}#berichten`);
    return renderLetter('message-waiting', {
      ...scene.frame,
      otherGivenName,
      conversationUrl,
      replyTo: this.replyTo(scene, windowUntil),
    });
  }

  /** An answer goes to one conversation: whoever has agreements with several neighbours writes in the app. */
  private replyTo({ tx, request, reader }: Scene, windowUntil: number): string | null {
    const [mine, ...others] = activeAcceptances(request.state).filter(
      ({ status, personId }) => status === 'confirmed' && [personId, request.state.askerId].includes(reader.id),
    );
    return mine && others.length === 0 ? this.replies.of(tx, mine.id, reader.id, windowUntil + 7 * day) : null;
  }
}
