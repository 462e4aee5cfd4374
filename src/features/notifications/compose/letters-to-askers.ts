import { Inject, Injectable } from '@nestjs/common';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import type { Language } from '@app/contracts/http/vocabulary.js';
import { activeAcceptances, type Acceptance } from '@app/domain/help-request/index.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import type { RequestDigestView } from '@app/features/help-requests/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Alternative } from '../templates/data/to-askers.js';
import { renderLetter } from '../templates/index.js';
import type { Letter } from '../templates/template-data.js';
import { wordsIn } from '../templates/words/letter-words.js';
import { LetterDetails } from './letter-details.js';
import type { Compose, Scene } from './letter-scene.js';

/** Letters to whoever asked for help. */
@Injectable()
export class LettersToAskers {
  constructor(
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(LetterDetails) private readonly details: LetterDetails,
  ) {}

  readonly letters = {
    'asker-has-helper': (scene) => this.askerHasHelper(scene),
    'helper-withdrew': (scene) => this.helperWithdrew(scene),
    'asker-escalated': async ({ frame, request }) => {
      const { level, reason } = request.state.escalation;
      // "We call you" is for the caller; whoever is to call hears it in a letter of their own.
      if (level === 0 || reason === null || frame.caller !== null) return null;
      return renderLetter('asker-escalated', { ...frame, level, reason, requestUrl: this.details.requestUrl(request) });
    },
    'asker-expired': async (scene) =>
      renderLetter('asker-expired', {
        ...scene.frame,
        requestUrl: this.details.requestUrl(scene.request),
        alternatives: await this.alternatives(scene.tx, scene.frame.language),
        ownText: (await this.areas.owner(scene.tx, scene.request.state.associationId))?.nobodyText ?? null,
      }),
  } satisfies Partial<Record<NotificationTemplate, Compose>>;

  private async askerHasHelper({ tx, request, reader, frame }: Scene): Promise<Letter | null> {
    const active = activeAcceptances(request.state);
    const newest = active.toSorted((a, b) => b.since - a.since)[0];
    if (!newest) return null;
    const waiting = active.some(({ status }) => status === 'accepted');
    const { id, windowUntil } = request.state;
    return renderLetter('asker-has-helper', {
      ...frame,
      helperGivenName: await this.details.nameOf(tx, newest.personId),
      insteadOf: await this.insteadOf(tx, request, newest),
      requestUrl: this.details.requestUrl(request),
      // For a caller the yes is said after a call, in the work list: never by one tap in the mail of an organiser.
      confirmUrl:
        waiting && frame.caller === null ? this.details.link(tx, 'confirm-helpers', id, reader, windowUntil) : null,
      autoConfirmed: !waiting && newest.status === 'confirmed',
    });
  }

  private async helperWithdrew({ tx, request, frame }: Scene): Promise<Letter | null> {
    const gone = request.state.acceptances.filter(({ status }) => status === 'withdrawn');
    const last = gone.toSorted((a, b) => b.since - a.since)[0];
    // Who was ready to come instead is told of in one letter, not in two.
    if (!last || activeAcceptances(request.state).some(({ since }) => since === last.since)) return null;
    return renderLetter('helper-withdrew', {
      ...frame,
      helperGivenName: await this.details.nameOf(tx, last.personId),
      requestUrl: this.details.requestUrl(request),
    });
  }

  /** First name of the neighbour whose seat this one got in the same moment. */
  private async insteadOf(tx: Transaction, { state }: RequestDigestView, newest: Acceptance): Promise<string | null> {
    const gone = state.acceptances.find(({ status, since }) => status === 'withdrawn' && since === newest.since);
    return gone ? this.details.nameOf(tx, gone.personId) : null;
  }

  /** Where else somebody can turn to: the desk, by telephone. */
  private async alternatives(tx: Transaction, language: Language): Promise<Alternative[]> {
    const desk = await this.areas.desk(tx);
    return [{ name: desk.name, description: wordsIn(language).expired.desk, phone: desk.contact.phone, url: null }];
  }
}
