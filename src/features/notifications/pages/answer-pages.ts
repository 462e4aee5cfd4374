import { Inject, Injectable } from '@nestjs/common';
import type { AskView } from '@app/contracts/http/asks.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import { RequestDigest, type RequestDigestView } from '@app/features/help-requests/index.js';
import { AnswerAsk, AskReader } from '@app/features/matching/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { answerPage } from '@app/platform/pages/answer-page.js';
import {
  alreadyTakenPage,
  answeredNoPage,
  answeredYesPage,
  waitlistedPage,
} from '@app/platform/pages/answered-pages.js';
import { linkGonePage, type GoneReason } from '@app/platform/pages/link-gone-page.js';
import type { PageOwner } from '@app/platform/pages/page-parts.js';
import { problemPage } from '@app/platform/pages/problem-page.js';
import { pageWords } from '@app/platform/pages/words/page-words.js';
import { capital, oneLine, someLines } from '../templates/plain-text.js';
import { timeTextIn } from '../templates/time-text.js';
import { wordsIn } from '../templates/words/letter-words.js';
import { answerBy } from './answer-by.js';
import { answerStateOf, type AnswerState } from './answer-state.js';
import { OneTapLinks, type LiveLink, type PageVisit } from './one-tap-links.js';
import type { PageAnswer } from './page-routes.js';
import { WhyNotAnswers, type WhyNotForm } from './why-not.js';

/** What the form can say. */
export type AnswerChoice = 'ja' | 'nee' | 'reserve';

interface Scene {
  readonly visit: PageVisit;
  readonly link: LiveLink;
  readonly ask: AskView;
  readonly request: RequestDigestView;
  readonly state: AnswerState;
  readonly owner: PageOwner;
  readonly neighbourhoodName: string;
  readonly pausePath: string | null;
}

/** The page behind the link in an ask: looking changes nothing, and an answer counts once. */
@Injectable()
export class AnswerPages {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(AskReader) private readonly asks: AskReader,
    @Inject(RequestDigest) private readonly requests: RequestDigest,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AnswerAsk) private readonly answerAsk: AnswerAsk,
    @Inject(WhyNotAnswers) private readonly whyNots: WhyNotAnswers,
  ) {}

  async show(visit: PageVisit): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    return scene ? this.shownAs(scene) : gone(visit, 'unknown');
  }

  async answer(visit: PageVisit, choice: AnswerChoice | undefined, instance: string): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown');
    const { state, link, ask } = scene;
    if (state.kind !== 'open' && state.kind !== 'taken') return this.shownAs(scene);
    if (!choice) return { status: 400, page: pageOf(scene, pageWords(visit.frame).yesOrNo).page };
    try {
      const { municipalityId, personId } = link.actor;
      const answer = choice === 'nee' ? 'no' : 'yes';
      await this.answerAsk.run(municipalityId, personId, ask.id, { answer, waitlist: choice === 'reserve' });
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) return refused(scene, error, instance);
      throw error;
    }
    await this.links.markUsed(visit);
    return this.show(visit);
  }

  /** Why not, told after a no by the same link; the page then says what follows from it. */
  async whyNot(visit: PageVisit, form: WhyNotForm): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown');
    if (scene.state.kind !== 'no') return this.shownAs(scene);
    return this.shownAs(scene, await this.whyNots.tell(visit, scene.link, scene.ask.id, form));
  }

  private async shownAs(scene: Scene, fault?: string): Promise<PageAnswer> {
    if (scene.state.kind !== 'no') return pageOf(scene);
    const { visit, link, ask, pausePath } = scene;
    const whyNot = { ...(await this.whyNots.data(visit, link, ask)), fault };
    return { status: fault === undefined ? 200 : 400, page: answeredNoPage(visit.frame, { pausePath, whyNot }) };
  }

  private scene(visit: PageVisit): Promise<Scene | undefined> {
    return this.unitOfWork.run(asSystem(visit.municipalityId), async (tx) => {
      const link = await this.links.find(tx, visit);
      const ask = link ? await this.asks.view(tx, link.subjectId, visit.frame.language) : undefined;
      const request = ask ? await this.requests.of(tx, ask.helpRequestId) : undefined;
      if (!link || !ask || !request) return undefined;
      const { personId, usedAt, now } = link;
      const linkUsed = usedAt !== null;
      return {
        visit,
        link,
        ask,
        request,
        state: answerStateOf({ askStatus: ask.status, request: request.state, personId, linkUsed, now }),
        owner: await this.ownerOf(tx, request),
        neighbourhoodName: (await this.areas.neighbourhood(tx, request.neighbourhoodCode))?.name ?? '',
        pausePath: await this.links.pausePath(tx, personId),
      };
    });
  }

  private async ownerOf(tx: Transaction, { state, calledInId }: RequestDigestView): Promise<PageOwner> {
    const { associationId, escalation } = state;
    const { level } = escalation;
    const { kind, name, contact } = await this.areas.lookingAfter(tx, { associationId, level, calledInId });
    return { kind, organisation: name, givenName: contact.givenName, phone: contact.phone };
  }
}

/** Each state but a no, which has more to say. */
function pageOf(scene: Scene, fault?: string): PageAnswer {
  const { state, visit, request } = scene;
  const agreementPath = `/afspraken/${request.state.id}`;
  switch (state.kind) {
    case 'open':
      return shown(openPage(scene, fault));
    case 'taken':
      return shown(alreadyTakenPage(visit.frame));
    case 'no':
      throw new Error('What follows from a no is read first');
    case 'waitlisted':
      return shown(waitlistedPage(visit.frame, { agreementPath }));
    case 'yes-matched':
    case 'yes-confirmed':
      return shown(yesPage(scene, state.kind === 'yes-confirmed' ? 'confirmed' : 'matched', agreementPath));
    case 'gone':
      return gone(visit, state.reason, timeOf(visit).dayText(request.state.windowUntil, scene.link.now));
  }
}

function timeOf({ frame }: PageVisit) {
  return timeTextIn(frame.language);
}

function openPage({ visit, link, ask, request, owner, neighbourhoodName, pausePath }: Scene, fault?: string): string {
  const { now } = link;
  const { windowFrom: from, windowUntil: until, urgency, expectedMinutes } = request.state;
  const words = wordsIn(visit.frame.language);
  const { dayText, momentText, windowText, durationText } = timeOf(visit);
  const day = dayText(until, now);
  const by = answerBy({ sentAt: Date.parse(ask.sentAt), expiresAt: Date.parse(ask.expiresAt), urgency });
  const asker = oneLine(ask.request.givenName);
  return answerPage(visit.frame, {
    askerGivenName: asker,
    question: words.ask.subject(asker || words.someone.neighbour, day, words.categories[request.category].question),
    urgencyText: urgency === 'acute' ? `${capital(day)}, ${words.facts.urgent}` : null,
    whenText: capital(windowText({ from, until }, now)),
    durationText: words.facts.about(durationText(expectedMinutes)),
    whereText: words.facts.neighbourhood(neighbourhoodName),
    summary: someLines(ask.request.summary),
    reasons: ask.reasons,
    answerByText: by <= now ? null : momentText(by, now),
    owner,
    pausePath,
    ...(fault === undefined ? {} : { fault }),
  });
}

function yesPage(
  { visit, link, ask, request, owner }: Scene,
  status: 'matched' | 'confirmed',
  agreementPath: string,
): string {
  const { windowFrom: from, windowUntil: until } = request.state;
  return answeredYesPage(visit.frame, {
    status,
    askerGivenName: oneLine(ask.request.givenName),
    helpTitle: wordsIn(visit.frame.language).categories[request.category].title,
    whenText: capital(timeOf(visit).windowText({ from, until }, link.now)),
    agreementPath,
    owner,
  });
}

/** The rules said no: each way with its own way out. */
function refused(scene: Scene, error: ProblemError, instance: string): PageAnswer {
  const { visit } = scene;
  if (error.code === 'already-matched') return { status: error.status, page: alreadyTakenPage(visit.frame) };
  if (error.code === 'not-open' || error.code === 'not-found') return gone(visit, 'over');
  return { status: error.status, page: problemPage(error.toBody(instance), visit.frame) };
}

function shown(page: string): PageAnswer {
  return { status: 200, page };
}

function gone({ frame }: PageVisit, reason: GoneReason, day?: string): PageAnswer {
  return { status: 410, page: linkGonePage(frame, { reason, next: 'board', dayText: day }) };
}
