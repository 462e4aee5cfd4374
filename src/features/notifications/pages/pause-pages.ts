import { Inject, Injectable } from '@nestjs/common';
import { linkGonePage } from '@app/platform/pages/link-gone-page.js';
import { pausedPage, pausePage } from '@app/platform/pages/pause-pages.js';
import { pageWords } from '@app/platform/pages/words/page-words.js';
import { timeTextIn } from '../templates/time-text.js';
import { OneTapLinks, type PageVisit } from './one-tap-links.js';
import type { PageAnswer } from './page-routes.js';
import { PauseHelping } from './pause-helping.js';
import { pauseUntil, type PauseLength } from './pause-until.js';

/** What the form can say; `stop` ends the pause. */
export type PauseChoice = PauseLength | 'stop';

/** No questions for a while, by a link from a message. It works as often as somebody changes their mind. */
@Injectable()
export class PausePages {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(PauseHelping) private readonly pauses: PauseHelping,
  ) {}

  async show(visit: PageVisit): Promise<PageAnswer> {
    return this.question(visit, 200);
  }

  async choose(visit: PageVisit, choice: PauseChoice | undefined): Promise<PageAnswer> {
    if (!choice) return this.question(visit, 400, pageWords(visit.frame).pause.choose);
    const link = await this.links.open(visit);
    const before = link && (await this.pauses.pausedUntil(link.actor));
    if (!link || before === undefined) return gone(visit);
    const until = choice === 'stop' ? null : pauseUntil(choice, link.now);
    await this.pauses.pause(link.actor, until);
    await this.links.markUsed(visit);
    return { status: 200, page: pausedPage(visit.frame, { pausedUntilText: untilText(visit, until, link.now) }) };
  }

  private async question(visit: PageVisit, status: number, fault?: string): Promise<PageAnswer> {
    const link = await this.links.open(visit);
    const until = link && (await this.pauses.pausedUntil(link.actor));
    if (!link || until === undefined) return gone(visit);
    return { status, page: pausePage(visit.frame, { pausedUntilText: untilText(visit, until, link.now), fault }) };
  }
}

function untilText({ frame }: PageVisit, until: number | null, now: number): string | null {
  return until === null ? null : timeTextIn(frame.language).dayText(until, now);
}

function gone({ frame }: PageVisit): PageAnswer {
  return { status: 410, page: linkGonePage(frame, { reason: 'unknown', next: 'settings' }) };
}
