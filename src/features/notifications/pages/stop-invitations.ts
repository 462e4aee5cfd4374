import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { asPerson } from '@app/platform/identity/actor.js';
import { linkGonePage } from '@app/platform/pages/link-gone-page.js';
import { invitationsPage } from '@app/platform/pages/invitations-page.js';
import { OneTapLinks, type PageVisit } from './one-tap-links.js';
import type { PageAnswer } from './page-routes.js';

/** No letters of coordinators any more, by a link from such a letter. It works as often as somebody changes their mind. */
@Injectable()
export class StopInvitationsPages {
  constructor(
    @Inject(OneTapLinks) private readonly links: OneTapLinks,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async show(visit: PageVisit): Promise<PageAnswer> {
    const link = await this.links.open(visit);
    const [profile] = link
      ? await this.unitOfWork.query<{ invitations: boolean }>(
          asPerson(link.actor),
          'SELECT invitations FROM helper_profile WHERE municipality_id = $1 AND person_id = $2',
          [visit.municipalityId, link.personId],
        )
      : [];
    return profile ? answer(visit, profile.invitations ? 'asks' : 'off') : gone(visit);
  }

  /** Anything that is posted stops the letters, unless it says to begin again: a mail program posts words of its own. */
  async choose(visit: PageVisit, again: boolean): Promise<PageAnswer> {
    const link = await this.links.open(visit);
    const changed = link
      ? await this.unitOfWork.query(
          asPerson(link.actor),
          'UPDATE helper_profile SET invitations = $3 WHERE municipality_id = $1 AND person_id = $2 RETURNING 1',
          [visit.municipalityId, link.personId, again],
        )
      : [];
    if (changed.length === 0) return gone(visit);
    await this.links.markUsed(visit);
    return answer(visit, again ? 'on' : 'off');
  }
}

function answer({ frame }: PageVisit, state: 'asks' | 'off' | 'on'): PageAnswer {
  return { status: 200, page: invitationsPage(frame, state) };
}

function gone({ frame }: PageVisit): PageAnswer {
  return { status: 410, page: linkGonePage(frame, { reason: 'unknown', next: 'settings' }) };
}
