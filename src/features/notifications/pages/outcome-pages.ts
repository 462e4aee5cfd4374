import { Inject, Injectable } from '@nestjs/common';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { operations } from '@app/contracts/http/index.js';
import { HelpRequestCommands, RequestReader, Thanks } from '@app/features/help-requests/index.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { linkGonePage, type GoneReason, type NextStep } from '@app/platform/pages/link-gone-page.js';
import {
  outcomePage,
  outcomeThanksPage,
  type OutcomeReader,
  type OutcomeThanksData,
} from '@app/platform/pages/outcome-pages.js';
import { namesInARow } from '@app/platform/pages/page-parts.js';
import { pageWords } from '@app/platform/pages/words/page-words.js';
import { capital, oneLine } from '../templates/plain-text.js';
import { timeTextIn } from '../templates/time-text.js';
import { OneTapLinks, type LiveLink, type PageVisit } from './one-tap-links.js';
import type { PageAnswer } from './page-routes.js';
import { helperNames, requestPageFacts } from './request-page-facts.js';

interface Scene {
  readonly visit: PageVisit;
  readonly link: LiveLink;
  readonly view: HelpRequestView;
}

/** The question afterwards, to either side. */
@Injectable()
export class OutcomePages {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(RequestReader) private readonly requests: RequestReader,
    @Inject(Thanks) private readonly thanks: Thanks,
    @Inject(HelpRequestCommands) private readonly commands: HelpRequestCommands,
  ) {}

  async show(visit: PageVisit): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown', 'board');
    return mayTell(scene) || scene.view.outcome === null ? pageOf(scene) : this.thanksPage(scene);
  }

  /** A few words for the other side; the link that told how it went is good for this as well. */
  async thank(visit: PageVisit, text: string, onWall: boolean): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown', 'board');
    if (scene.view.outcome === null) return pageOf(scene);
    const fits = operations.giveThanks.body.safeParse({ text }).success;
    const say = pageWords(visit.frame).thank;
    if (!fits) return this.thanksPage(scene, { text, fault: text === '' ? say.empty : say.shorter });
    try {
      await this.thanks.give(scene.link.actor, scene.view.id, text, onWall);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    }
    return this.thanksPage(scene);
  }

  async record(visit: PageVisit, helped: boolean | undefined): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown', 'board');
    if (!mayTell(scene)) return this.show(visit);
    if (helped === undefined) return { status: 400, page: questionPage(scene, pageWords(visit.frame).yesOrNo) };
    try {
      await this.commands.recordOutcome(scene.link.actor, scene.view.id, helped);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      return gone(visit, 'over', nextOf(scene));
    }
    await this.links.markUsed(visit);
    return this.thanksPage(scene, {}, helped);
  }

  private async thanksPage(
    { visit, view, link }: Scene,
    typed: { readonly text?: string; readonly fault?: string } = {},
    helped = view.outcome?.helped ?? false,
  ): Promise<PageAnswer> {
    const { owner } = requestPageFacts(view, link.now, visit.frame.language);
    const data = {
      ...sidesOf(view, visit),
      helped,
      owner,
      againPath: helped && view.viewer === 'asker' ? `/vragen/${view.id}` : null,
      thank: { state: await this.thankState({ visit, view, link }), ...typed },
    };
    return { status: typed.fault === undefined ? 200 : 400, page: outcomeThanksPage(visit.frame, data) };
  }

  private async thankState({ link, view }: Scene): Promise<OutcomeThanksData['thank']['state']> {
    try {
      const { mayThank, given } = await this.thanks.of(link.actor, view.id);
      return given ? 'given' : mayThank ? 'open' : null;
    } catch (error) {
      // Whoever asked for somebody else has no part of their own to say thank you in.
      if (error instanceof ProblemError && error.code === 'not-found') return null;
      throw error;
    }
  }

  private async scene(visit: PageVisit): Promise<Scene | undefined> {
    const link = await this.links.open(visit);
    if (!link) return undefined;
    try {
      return { visit, link, view: await this.requests.one(link.actor, link.subjectId) };
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-found') return undefined;
      throw error;
    }
  }
}

/** The first word counts, except that an asker may still correct a helper's. */
function mayTell({ link, view }: Scene): boolean {
  if (link.usedAt !== null) return false;
  if (view.outcome !== null) return view.viewer !== 'helper';
  return view.actions.includes('record-outcome');
}

function pageOf(scene: Scene): PageAnswer {
  const { visit, view } = scene;
  if (mayTell(scene)) return { status: 200, page: questionPage(scene) };
  return gone(visit, view.status === 'cancelled' ? 'cancelled' : 'over', nextOf(scene));
}

function questionPage(scene: Scene, fault?: string): string {
  const { visit, view, link } = scene;
  const { reader, others } = sidesOf(view, visit);
  const { helpTitle, owner } = requestPageFacts(view, link.now, visit.frame.language);
  // Looking back, the day is enough.
  const whenText = capital(timeTextIn(visit.frame.language).dayText(Date.parse(view.window.until), link.now));
  return outcomePage(visit.frame, { helpTitle, whenText, owner, reader, others, fault });
}

function sidesOf(
  view: HelpRequestView,
  { frame }: PageVisit,
): { readonly reader: OutcomeReader; readonly others: string } {
  if (view.viewer === 'helper') return { reader: 'helper', others: oneLine(view.asker?.givenName ?? '') };
  const others = namesInARow(
    helperNames(view).filter((name) => name !== ''),
    frame.language,
  );
  return { reader: 'asker', others };
}

function nextOf({ view }: Scene): NextStep {
  return view.viewer === 'helper' ? 'agreements' : 'my-requests';
}

function gone({ frame }: PageVisit, reason: GoneReason, next: NextStep): PageAnswer {
  return { status: 410, page: linkGonePage(frame, { reason, next }) };
}
