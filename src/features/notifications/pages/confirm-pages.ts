import { Inject, Injectable } from '@nestjs/common';
import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { operations } from '@app/contracts/http/index.js';
import { HelpRequestCommands, RequestReader } from '@app/features/help-requests/index.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import {
  confirmedPage,
  confirmHelpersPage,
  nothingToConfirmPage,
  type ConfirmFault,
} from '@app/platform/pages/confirm-pages.js';
import { linkGonePage, type GoneReason } from '@app/platform/pages/link-gone-page.js';
import { problemPage } from '@app/platform/pages/problem-page.js';
import type { PageWords } from '@app/platform/pages/words/nl.js';
import { pageWords } from '@app/platform/pages/words/page-words.js';
import { OneTapLinks, type LiveLink, type PageVisit } from './one-tap-links.js';
import type { PageAnswer } from './page-routes.js';
import { helperNames, requestPageFacts, whyGone } from './request-page-facts.js';

/** What the form sends. */
export interface ConfirmForm {
  readonly confirms: boolean;
  readonly address: string;
  /** Whom the asker saw on the page; empty when the form did not say. */
  readonly seen: string;
}

interface Scene {
  readonly visit: PageVisit;
  readonly link: LiveLink;
  readonly view: HelpRequestView;
}

/** The asker's one tap. The link works again when another neighbour comes: what counts is who waits for a word. */
@Injectable()
export class ConfirmPages {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(RequestReader) private readonly requests: RequestReader,
    @Inject(HelpRequestCommands) private readonly commands: HelpRequestCommands,
  ) {}

  async show(visit: PageVisit): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    return scene ? pageOf(scene) : gone(visit, 'unknown');
  }

  async confirm(visit: PageVisit, form: ConfirmForm, instance: string): Promise<PageAnswer> {
    const scene = await this.scene(visit);
    if (!scene) return gone(visit, 'unknown');
    const { link, view } = scene;
    if (whyGone(view) !== null || waiting(view).length === 0) return pageOf(scene);
    const fault = faultOf(form, view, pageWords(visit.frame).confirm);
    if (fault) return { status: 400, page: confirmPage(scene, fault) };
    try {
      // An address that is known stays as it is: the link shows none, so it must not replace one unseen.
      await this.commands.confirm(link.actor, view.id, view.address ? undefined : form.address);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      if (error.code === 'not-open' || error.code === 'not-active-any-more') return this.show(visit);
      return { status: error.status, page: problemPage(error.toBody(instance), visit.frame) };
    }
    await this.links.markUsed(visit);
    return this.show(visit);
  }

  private async scene(visit: PageVisit): Promise<Scene | undefined> {
    const link = await this.links.open(visit);
    if (!link) return undefined;
    const view = await this.requests.one(link.actor, link.subjectId).catch(absentWhenNotFound);
    return view && { visit, link, view };
  }
}

/** What is not found is not there; any other fault stays one. */
function absentWhenNotFound(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'not-found') return undefined;
  throw error;
}

function waiting({ helpers }: HelpRequestView): NonNullable<HelpRequestView['helpers']> {
  return (helpers ?? []).filter(({ status }) => status === 'accepted');
}

/** Names those who wait, so that a yes never goes to somebody the asker has not seen. */
function seenKey(view: HelpRequestView): string {
  return waiting(view)
    .map(({ acceptanceId }) => acceptanceId)
    .toSorted()
    .join(' ');
}

function faultOf(
  { confirms, address, seen }: ConfirmForm,
  view: HelpRequestView,
  say: PageWords['confirm'],
): ConfirmFault | undefined {
  const form = (text: string): ConfirmFault => ({ text, address, ofAddress: false });
  const field = (text: string): ConfirmFault => ({ text, address, ofAddress: true });
  if (seen !== '' && seen !== seenKey(view)) return form(say.changed);
  if (!confirms) return form(say.press);
  if (view.address) return undefined;
  if (address === '') return field(say.fillAddress);
  const fits = operations.confirmHelpRequest.body.safeParse({ address }).success;
  return fits ? undefined : field(say.shorterAddress);
}

function pageOf(scene: Scene): PageAnswer {
  const { visit, view, link } = scene;
  const reason = whyGone(view);
  if (reason !== null) return gone(visit, reason);
  if (waiting(view).length > 0) return { status: 200, page: confirmPage(scene) };
  const facts = { ...requestPageFacts(view, link.now, visit.frame.language), requestPath: `/vragen/${view.id}` };
  const confirmed = helperNames(view, 'confirmed');
  const page =
    confirmed.length > 0
      ? confirmedPage(visit.frame, { ...facts, helperNames: confirmed })
      : nothingToConfirmPage(visit.frame, facts);
  return { status: 200, page };
}

function confirmPage({ visit, view, link }: Scene, fault?: ConfirmFault): string {
  return confirmHelpersPage(visit.frame, {
    ...requestPageFacts(view, link.now, visit.frame.language),
    requestPath: `/vragen/${view.id}`,
    helperNames: helperNames(view, 'accepted'),
    asksAddress: !view.address,
    seenKey: seenKey(view),
    fault,
  });
}

function gone({ frame }: PageVisit, reason: GoneReason): PageAnswer {
  return { status: 410, page: linkGonePage(frame, { reason, next: 'my-requests' }) };
}
