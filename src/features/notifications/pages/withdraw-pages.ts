import { Inject, Injectable } from '@nestjs/common';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { HelpRequestCommands, RequestReader } from '@app/features/help-requests/index.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import { linkGonePage, type GoneReason } from '@app/platform/pages/link-gone-page.js';
import { withdrawnPage, withdrawPage } from '@app/platform/pages/withdraw-pages.js';
import { pageWords } from '@app/platform/pages/words/page-words.js';
import { oneLine } from '../templates/plain-text.js';
import { OneTapLinks, type LiveLink, type PageVisit } from './one-tap-links.js';
import type { PageAnswer } from './page-routes.js';
import { requestPageFacts, whyGone } from './request-page-facts.js';

interface Scene {
  readonly visit: PageVisit;
  readonly link: LiveLink;
  readonly view: HelpRequestView;
}

/** "Ik kan toch niet", by a link from a reminder: looking changes nothing, a press lets the next neighbour in. */
@Injectable()
export class WithdrawPages {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(RequestReader) private readonly requests: RequestReader,
    @Inject(HelpRequestCommands) private readonly commands: HelpRequestCommands,
  ) {}

  async show(visit: PageVisit): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    return scene ? pageOf(scene) : gone(visit, 'unknown');
  }

  async withdraw(visit: PageVisit, sure: boolean): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown');
    if (!mayWithdraw(scene.view)) return pageOf(scene);
    if (!sure) return { status: 400, page: question(scene, pageWords(visit.frame).withdraw.press) };
    try {
      await this.commands.withdraw(scene.link.actor, scene.view.id);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      return gone(visit, 'over');
    }
    await this.links.markUsed(visit);
    return this.show(visit);
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

function mayWithdraw({ actions }: HelpRequestView): boolean {
  return actions.includes('withdraw');
}

function pageOf(scene: Scene): PageAnswer {
  const { visit, view, link } = scene;
  if (mayWithdraw(view)) return { status: 200, page: question(scene) };
  const reason = whyGone(view);
  if (reason !== null || view.participation?.status !== 'withdrawn') return gone(visit, reason ?? 'over');
  const { owner } = requestPageFacts(view, link.now, visit.frame.language);
  return { status: 200, page: withdrawnPage(visit.frame, { replaced: view.status !== 'open', owner }) };
}

function question({ visit, view, link }: Scene, fault?: string): string {
  return withdrawPage(visit.frame, {
    ...requestPageFacts(view, link.now, visit.frame.language),
    askerGivenName: oneLine(view.asker?.givenName ?? ''),
    agreementPath: `/afspraken/${view.id}`,
    fault,
  });
}

function gone({ frame }: PageVisit, reason: GoneReason): PageAnswer {
  return { status: 410, page: linkGonePage(frame, { reason, next: 'agreements' }) };
}
