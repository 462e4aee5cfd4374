import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@app/contracts/http/vocabulary.js';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import { AskReader, type AskWithRequest } from '@app/features/matching/index.js';
import type { PersonCard } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { LetterDetails } from './compose/letter-details.js';
import type { Compose, Scene } from './compose/letter-scene.js';
import { LettersToAskers } from './compose/letters-to-askers.js';
import { LettersToBothSides } from './compose/letters-to-both-sides.js';
import { LettersToHelpers } from './compose/letters-to-helpers.js';
import { isOwnTemplate, OwnLetters, type OwnLetterFacts } from './own-letters.js';
import { renderLetter } from './templates/index.js';
import type { Letter } from './templates/template-data.js';

/**
 * Makes the words of a message from what is true now. Null: it is no longer true, so it is not sent.
 * Needs a system transaction; `known` are asks that were read in it already.
 */
@Injectable()
export class LetterComposer {
  private readonly letters: Record<Exclude<NotificationTemplate, keyof OwnLetterFacts>, Compose>;

  constructor(
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(AskReader) private readonly asks: AskReader,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(OwnLetters) private readonly ownLetters: OwnLetters,
    @Inject(LetterDetails) private readonly details: LetterDetails,
    @Inject(LettersToAskers) toAskers: LettersToAskers,
    @Inject(LettersToHelpers) toHelpers: LettersToHelpers,
    @Inject(LettersToBothSides) toBothSides: LettersToBothSides,
  ) {
    this.letters = {
      ...toAskers.letters,
      ...toHelpers.letters,
      ...toBothSides.letters,
      'owner-escalated': async ({ frame, request }) => {
        const { level, reason } = request.state.escalation;
        if (level === 0 || reason === null) return null;
        return renderLetter('owner-escalated', { ...frame, level, reason, workUrl: this.details.url('/werklijst') });
      },
    };
  }

  async compose(
    tx: Transaction,
    template: NotificationTemplate,
    subjectId: string,
    reader: PersonCard,
    known: ReadonlyMap<string, AskWithRequest> = new Map(),
  ): Promise<Letter | null> {
    if (isOwnTemplate(template)) return this.ownLetters.compose(tx, template, subjectId, reader);
    const isAsk = template === 'ask' || template === 'ask-closed';
    const asked = isAsk ? (known.get(subjectId) ?? (await this.asks.read(tx, subjectId))) : undefined;
    const request = isAsk ? asked?.request : await this.requests.of(tx, subjectId);
    if (!request) return null;
    const askerGivenName = asked?.ask.request.givenName ?? (await this.details.nameOf(tx, request.personHelpedId));
    const tookIt = !isAsk && reader.id === request.contactId && reader.id !== request.state.askerId;
    const caller = tookIt ? askerGivenName : null;
    // Who looks after requests works in Dutch.
    const language = template === 'owner-escalated' || tookIt ? 'nl' : reader.language;
    const frame = await this.frameOf(tx, request, language, caller);
    return this.letters[template]({ tx, request, reader, frame, askerGivenName, ask: asked?.ask });
  }

  private async frameOf(
    tx: Transaction,
    { state, category, neighbourhoodCode, calledInId }: RequestDigestView,
    language: Language,
    caller: string | null,
  ): Promise<Scene['frame']> {
    const { associationId, escalation } = state;
    const owner = await this.areas.lookingAfter(tx, { associationId, level: escalation.level, calledInId });
    const { municipality } = await this.areas.map(tx);
    return {
      language,
      caller,
      now: tx.now,
      municipalityName: municipality.name,
      isExample: municipality.isExample,
      settingsUrl: this.details.url('/bereid'),
      category,
      urgency: state.urgency,
      window: { from: state.windowFrom, until: state.windowUntil },
      expectedMinutes: state.expectedMinutes,
      neighbourhoodName: (await this.areas.neighbourhood(tx, neighbourhoodCode))?.name ?? '',
      owner: { organisation: owner.name, givenName: owner.contact.givenName, phone: owner.contact.phone },
    };
  }
}
