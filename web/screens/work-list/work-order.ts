import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import type { BadgeKind } from '../../parts/badge.js';
import { helperNames } from '../request/request-texts.js';

/** How a request stands, as word and colour. */
export function workStatus(request: HelpRequestView): { text: string; badge: BadgeKind } {
  const s = nlOrganisers.workList.status;
  const names = helperNames(request);
  switch (request.status) {
    case 'in-review':
      return { text: s.review, badge: 'active' };
    case 'matched':
      return { text: s.matched(names), badge: 'safe' };
    case 'confirmed':
      return { text: s.confirmed(names), badge: 'safe' };
    case 'open':
      if (request.escalation.level === 2) return { text: s.desk, badge: 'danger' };
      return request.escalation.level === 1
        ? { text: s.nobody, badge: 'danger' }
        : { text: s.asking, badge: 'warning' };
    default:
      return { text: t.request.badges[request.status], badge: 'neutral' };
  }
}
