import { Inject, Injectable } from '@nestjs/common';
import type { AskView } from '@app/contracts/http/asks.js';
import type { Language } from '@app/contracts/http/vocabulary.js';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { activeAcceptances, type Acceptance } from '@app/domain/help-request/index.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { RequestDigest, Thanks, type RequestDigestView } from '@app/features/help-requests/index.js';
import { AskReader, type AskWithRequest } from '@app/features/matching/index.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ActionTokens, type ActionKind } from './action-tokens.js';
import { whyClosed } from './why-closed.js';
import { isOwnTemplate, OwnLetters, type OwnLetterFacts } from './own-letters.js';
import { answerBy } from './pages/answer-by.js';
import { renderLetter } from './templates/index.js';
import { wordsIn } from './templates/words/letter-words.js';
import type { Alternative, Letter, TemplateData } from './templates/template-data.js';

const day = 24 * 3_600_000;

interface Scene {
  readonly tx: Transaction;
  readonly request: RequestDigestView;
  readonly reader: PersonCard;
  /** What every letter about this request says. */
  readonly frame: Omit<TemplateData['helper-withdrew'], 'helperGivenName' | 'requestUrl'>;
  readonly askerGivenName: string;
  /** Only for messages about an ask. */
  readonly ask: AskView | undefined;
}

type Compose = (scene: Scene) => Promise<Letter | null>;

/**
 * Makes the words of a message from what is true now. Null: it is no longer true, so it is not sent.
 * Needs a system transaction; `known` are asks that were read in it already.
 */
@Injectable()
export class LetterComposer {
  constructor(
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(Thanks) private readonly thanks: Thanks,
    @Inject(AskReader) private readonly asks: AskReader,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(ActionTokens) private readonly tokens: ActionTokens,
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(OwnLetters) private readonly ownLetters: OwnLetters,
  ) {}

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
    const askerGivenName = asked?.ask.request.givenName ?? (await this.nameOf(tx, request.personHelpedId));
    // Who looks after requests works in Dutch.
    const language = template === 'owner-escalated' ? 'nl' : reader.language;
    const frame = await this.frameOf(tx, request, language);
    return this.letters[template]({ tx, request, reader, frame, askerGivenName, ask: asked?.ask });
  }

  private readonly letters: Record<Exclude<NotificationTemplate, keyof OwnLetterFacts>, Compose> = {
    ask: (scene) => this.ask(scene),
    'ask-closed': async ({ frame, request }) =>
      renderLetter('ask-closed', { ...frame, why: whyClosed(request), boardUrl: this.url('/hulpvragen') }),
    'asker-has-helper': (scene) => this.askerHasHelper(scene),
    'helper-accepted': async (scene) => {
      const mine = acceptanceOf(scene);
      // Confirmed at once: the letter about that says all.
      return mine?.status === 'accepted' ? renderLetter('helper-accepted', this.agreement(scene)) : null;
    },
    'helper-promoted': async (scene) =>
      acceptanceOf(scene) ? renderLetter('helper-promoted', this.agreement(scene)) : null,
    'helper-confirmed': async (scene) => {
      const mine = acceptanceOf(scene);
      if (mine?.status !== 'confirmed') return null;
      return renderLetter('helper-confirmed', {
        ...this.agreement(scene),
        acceptanceId: mine.id,
        calendarSequence: scene.request.state.version,
      });
    },
    'helper-cancelled': async (scene) => this.helperCancelled(scene),
    'helper-withdrew': (scene) => this.helperWithdrew(scene),
    'asker-escalated': async ({ frame, request }) => {
      const { level, reason } = request.state.escalation;
      if (level === 0 || reason === null) return null;
      return renderLetter('asker-escalated', { ...frame, level, reason, requestUrl: this.requestUrl(request) });
    },
    'owner-escalated': async ({ frame, request }) => {
      const { level, reason } = request.state.escalation;
      if (level === 0 || reason === null) return null;
      return renderLetter('owner-escalated', { ...frame, level, reason, workUrl: this.url('/werklijst') });
    },
    'asker-expired': async (scene) =>
      renderLetter('asker-expired', {
        ...scene.frame,
        requestUrl: this.requestUrl(scene.request),
        alternatives: await this.alternatives(scene.tx, scene.frame.language),
        ownText: (await this.areas.owner(scene.tx, scene.request.state.associationId))?.nobodyText ?? null,
      }),
    'outcome-asked': async (scene) => this.outcome(scene),
    'thank-you': async (scene) =>
      renderLetter('thank-you', { ...scene.frame, ...(await this.sides(scene)), homeUrl: this.url('/') }),
    thanked: (scene) => this.thanked(scene),
    reminder: (scene) => this.reminder(scene),
    'message-waiting': (scene) => this.messageWaiting(scene),
  };

  private async ask({ tx, request, reader, frame, askerGivenName, ask }: Scene): Promise<Letter | null> {
    if (!ask) return null;
    const until = Date.parse(ask.expiresAt);
    return renderLetter('ask', {
      ...frame,
      askerGivenName,
      summary: ask.request.summary || null,
      reasons: ask.reasons,
      answerUrl: this.link(tx, 'answer-ask', ask.id, reader, until),
      expiresAt: answerBy({ sentAt: Date.parse(ask.sentAt), expiresAt: until, urgency: request.state.urgency }),
      pauseUrl: this.link(tx, 'pause', reader.id, reader, tx.now + 30 * day),
    });
  }

  private async askerHasHelper({ tx, request, reader, frame }: Scene): Promise<Letter | null> {
    const active = activeAcceptances(request.state);
    const newest = active.toSorted((a, b) => b.since - a.since)[0];
    if (!newest) return null;
    const waiting = active.some(({ status }) => status === 'accepted');
    const helper = (await this.people.cardsOf(tx, [newest.personId])).get(newest.personId);
    const { id, windowUntil } = request.state;
    return renderLetter('asker-has-helper', {
      ...frame,
      helperGivenName: helper?.givenName ?? '',
      insteadOf: await this.insteadOf(tx, request, newest),
      requestUrl: this.requestUrl(request),
      confirmUrl: waiting ? this.link(tx, 'confirm-helpers', id, reader, windowUntil) : null,
      autoConfirmed: !waiting && newest.status === 'confirmed',
    });
  }

  private async helperWithdrew({ tx, request, frame }: Scene): Promise<Letter | null> {
    const gone = request.state.acceptances.filter(({ status }) => status === 'withdrawn');
    const last = gone.toSorted((a, b) => b.since - a.since)[0];
    // Who was ready to come instead is told of in one letter, not in two.
    if (!last || activeAcceptances(request.state).some(({ since }) => since === last.since)) return null;
    const helper = (await this.people.cardsOf(tx, [last.personId])).get(last.personId);
    return renderLetter('helper-withdrew', {
      ...frame,
      helperGivenName: helper?.givenName ?? '',
      requestUrl: this.requestUrl(request),
    });
  }

  /** First name of the neighbour whose seat this one got in the same moment. */
  private async insteadOf(tx: Transaction, { state }: RequestDigestView, newest: Acceptance): Promise<string | null> {
    const gone = state.acceptances.find(({ status, since }) => status === 'withdrawn' && since === newest.since);
    return gone ? this.nameOf(tx, gone.personId) : null;
  }

  private helperCancelled(scene: Scene): Letter | null {
    const mine = scene.request.state.acceptances.findLast(({ personId }) => personId === scene.reader.id);
    // The request may go on with another neighbour; for this one it is over.
    const over = scene.request.state.status === 'cancelled' || mine?.status === 'withdrawn';
    if (!mine || !over) return null;
    return renderLetter('helper-cancelled', {
      ...this.agreement(scene),
      acceptanceId: mine.id,
      calendarSequence: scene.request.state.version,
      wasConfirmed: mine.trust !== 'none' || mine.seat !== null,
    });
  }

  private async outcome(scene: Scene): Promise<Letter | null> {
    const { tx, request, reader, frame } = scene;
    if (request.state.outcome !== null) return null;
    const { id, windowUntil } = request.state;
    const outcomeUrl = this.link(tx, 'record-outcome', id, reader, windowUntil + 7 * day);
    return renderLetter('outcome-asked', { ...frame, ...(await this.sides(scene)), outcomeUrl });
  }

  private async thanked({ tx, request, reader, frame }: Scene): Promise<Letter | null> {
    const { id, askerId } = request.state;
    const newest = (await this.thanks.receivedBy(tx, id, reader.id)).at(-1);
    if (!newest) return null;
    return renderLetter('thanked', {
      ...frame,
      senderGivenName: await this.nameOf(tx, newest.senderId),
      words: newest.text,
      agreementUrl: reader.id === askerId ? this.requestUrl(request) : this.url(`/afspraken/${id}`),
    });
  }

  private async reminder(scene: Scene): Promise<Letter | null> {
    const { tx, request, reader, frame } = scene;
    const sides = await this.sides(scene);
    const { id, windowFrom, windowUntil } = request.state;
    if (!activeAcceptances(request.state).some(({ status }) => status === 'confirmed') || tx.now >= windowFrom)
      return null;
    const helps = sides.reader === 'helper';
    return renderLetter('reminder', {
      ...frame,
      ...sides,
      agreementUrl: helps ? this.url(`/afspraken/${id}`) : this.requestUrl(request),
      withdrawUrl: helps ? this.link(tx, 'withdraw', id, reader, windowUntil) : null,
    });
  }

  private async messageWaiting(scene: Scene): Promise<Letter | null> {
    const { reader, otherGivenName } = await this.sides(scene);
    if (activeAcceptances(scene.request.state).length === 0) return null;
    const { id } = scene.request.state;
    const conversationUrl = this.url(`${reader === 'asker' ? '/vragen' : '/afspraken'}/${id}#berichten`);
    return renderLetter('message-waiting', { ...scene.frame, otherGivenName, conversationUrl });
  }

  private async nameOf(tx: Transaction, personId: string): Promise<string> {
    return (await this.people.cardsOf(tx, [personId])).get(personId)?.givenName ?? '';
  }

  /** In which part the reader is, and the first name of the other side. */
  private async sides({ tx, request, reader, askerGivenName }: Scene) {
    const helpers = activeAcceptances(request.state).map(({ personId }) => personId);
    if (helpers.includes(reader.id)) return { reader: 'helper' as const, otherGivenName: askerGivenName };
    const only = helpers.length === 1 ? helpers[0] : undefined;
    const card = only ? (await this.people.cardsOf(tx, [only])).get(only) : undefined;
    return { reader: 'asker' as const, otherGivenName: card?.givenName ?? null };
  }

  private agreement({ frame, request, askerGivenName }: Scene): TemplateData['helper-accepted'] {
    return { ...frame, askerGivenName, agreementUrl: this.url(`/afspraken/${request.state.id}`) };
  }

  private async frameOf(
    tx: Transaction,
    { state, category, neighbourhoodCode }: RequestDigestView,
    language: Language,
  ): Promise<Scene['frame']> {
    const owner = await (state.escalation.level === 2
      ? this.areas.desk(tx)
      : this.areas.organisation(tx, state.associationId));
    const { municipality } = await this.areas.map(tx);
    return {
      language,
      now: tx.now,
      municipalityName: municipality.name,
      isExample: municipality.isExample,
      settingsUrl: this.url('/bereid'),
      category,
      urgency: state.urgency,
      window: { from: state.windowFrom, until: state.windowUntil },
      expectedMinutes: state.expectedMinutes,
      neighbourhoodName: (await this.areas.neighbourhood(tx, neighbourhoodCode))?.name ?? '',
      owner: { organisation: owner.name, givenName: owner.contact.givenName, phone: owner.contact.phone },
    };
  }

  /** Where else somebody can turn to: the desk, by telephone. */
  private async alternatives(tx: Transaction, language: Language): Promise<Alternative[]> {
    const desk = await this.areas.desk(tx);
    return [{ name: desk.name, description: wordsIn(language).expired.desk, phone: desk.contact.phone, url: null }];
  }

  private link(tx: Transaction, kind: ActionKind, subjectId: string, reader: PersonCard, expiresAt: number): string {
    return this.url(this.tokens.linkPath(tx, kind, subjectId, reader.id, expiresAt));
  }

  private requestUrl({ state }: RequestDigestView): string {
    return this.url(`/vragen/${state.id}`);
  }

  private url(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}

function acceptanceOf({ request, reader }: Scene): Acceptance | undefined {
  return activeAcceptances(request.state).find(({ personId }) => personId === reader.id);
}
