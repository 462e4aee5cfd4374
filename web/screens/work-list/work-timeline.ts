import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { t } from '../../messages/texts.js';
import { sorted } from '../../parts/sorted.js';
import type { TimelineStep } from '../../parts/timeline.js';
import { shortMomentText } from '../../time/time-texts.js';

/** The clock of a request for who looks after it, in the order in which it runs. */
export function workTimeline(request: HelpRequestView, now: number): readonly TimelineStep[] {
  const { escalation, owner, postedAt, window, helpers = [] } = request;
  const step = (key: string, at: string | null, text: string, small: string): (TimelineStep & { at: number })[] => {
    if (at === null) return [];
    const instant = Date.parse(at);
    const head = t.request.timeline.step(shortMomentText(instant, now), text);
    return [{ key, head, text: small, state: instant <= now ? 'done' : 'later', at: instant }];
  };
  const stillOpen = request.status === 'open' || request.status === 'in-review';
  const steps = sorted(
    [
      ...step('received', postedAt, nlOrganisers.workList.received, ''),
      ...(stillOpen ? step('coordinator', escalation.coordinatorAt, nlOrganisers.workList.toCoordinator, '') : []),
      ...(stillOpen ? step('desk', escalation.deskAt, nlOrganisers.workList.toDesk, '') : []),
      ...step('until', window.until, nlOrganisers.workList.helpBefore, ''),
    ],
    (a, b) => a.at - b.at,
  );
  const yes = helpers.map(({ acceptanceId, givenName }): TimelineStep => {
    return { key: acceptanceId, head: t.request.timeline.yes(givenName), text: '', state: 'done' };
  });
  const status: TimelineStep = {
    key: 'now',
    head: t.request.timeline.step(t.request.timeline.now, t.request.badges[request.status]),
    text: `${nlOrganisers.workList.ownerShort}${owner.person.givenName}`,
    state: 'now',
  };
  const done = steps.filter(({ state }) => state === 'done');
  return [...done, ...yes, status, ...steps.filter(({ state }) => state === 'later')];
}
