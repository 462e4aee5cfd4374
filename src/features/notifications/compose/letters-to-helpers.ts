import { Inject, Injectable } from '@nestjs/common';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { renderLetter } from '../templates/index.js';
import type { Letter } from '../templates/template-data.js';
import { answerBy } from '../pages/answer-by.js';
import { whyClosed } from '../why-closed.js';
import { LetterDetails } from './letter-details.js';
import { acceptanceOf, type Compose, type Scene } from './letter-scene.js';

const day = 24 * 3_600_000;

/** Letters to neighbours who are asked, or who help. */
@Injectable()
export class LettersToHelpers {
  constructor(@Inject(LetterDetails) private readonly details: LetterDetails) {}

  readonly letters = {
    ask: (scene) => this.ask(scene),
    'ask-closed': async ({ frame, request }) =>
      renderLetter('ask-closed', { ...frame, why: whyClosed(request), boardUrl: this.details.url('/hulpvragen') }),
    'helper-accepted': async (scene) => {
      const mine = acceptanceOf(scene);
      // Confirmed at once: the letter about that says all.
      return mine?.status === 'accepted' ? renderLetter('helper-accepted', this.details.agreement(scene)) : null;
    },
    'helper-promoted': async (scene) =>
      acceptanceOf(scene) ? renderLetter('helper-promoted', this.details.agreement(scene)) : null,
    'helper-confirmed': async (scene) => {
      const mine = acceptanceOf(scene);
      if (mine?.status !== 'confirmed') return null;
      return renderLetter('helper-confirmed', {
        ...this.details.agreement(scene),
        acceptanceId: mine.id,
        calendarSequence: scene.request.state.version,
      });
    },
    'helper-cancelled': async (scene) => this.helperCancelled(scene),
  } satisfies Partial<Record<NotificationTemplate, Compose>>;

  private async ask({ tx, request, reader, frame, askerGivenName, ask }: Scene): Promise<Letter | null> {
    if (!ask) return null;
    const until = Date.parse(ask.expiresAt);
    return renderLetter('ask', {
      ...frame,
      askerGivenName,
      summary: ask.request.summary || null,
      reasons: ask.reasons,
      answerUrl: this.details.link(tx, 'answer-ask', ask.id, reader, until),
      expiresAt: answerBy({ sentAt: Date.parse(ask.sentAt), expiresAt: until, urgency: request.state.urgency }),
      pauseUrl: this.details.link(tx, 'pause', reader.id, reader, tx.now + 30 * day),
    });
  }

  private helperCancelled(scene: Scene): Letter | null {
    const mine = scene.request.state.acceptances.findLast(({ personId }) => personId === scene.reader.id);
    // The request may go on with another neighbour; for this one it is over.
    const over = scene.request.state.status === 'cancelled' || mine?.status === 'withdrawn';
    if (!mine || !over) return null;
    return renderLetter('helper-cancelled', {
      ...this.details.agreement(scene),
      acceptanceId: mine.id,
      calendarSequence: scene.request.state.version,
      wasConfirmed: mine.trust !== 'none' || mine.seat !== null,
    });
  }
}
