import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { wallTimeOf } from '../../time/amsterdam.js';
import { emptyDraft, partHours, type Draft, type PlannedPart } from './draft.js';

const parts = Object.keys(partHours) as PlannedPart[];

/** The answers that would have made this request; a window that no day part says is left open. */
export function draftOf(request: HelpRequestView): Draft {
  const { category, summary, urgency, neighbourhoodCode, address, expectedMinutes, helpersNeeded } = request;
  const until = wallTimeOf(Date.parse(request.window.until));
  const from = wallTimeOf(Date.parse(request.window.from));
  const part = from.day === until.day ? parts.find((name) => partHours[name].until === until.time) : undefined;
  const relative = request.onBehalfOf?.relation === 'relative' ? request.onBehalfOf : undefined;
  return {
    ...emptyDraft,
    category,
    summary,
    urgency,
    neighbourhoodCode,
    address: address ?? '',
    minutes: String(expectedMinutes),
    helpers: String(helpersNeeded),
    ...(urgency === 'acute'
      ? { latest: until.time, addressAtOnce: request.autoConfirm ? 'yes' : 'no' }
      : { day: until.day, part: part ?? '' }),
    ...(relative === undefined ? {} : { forWhom: 'relative', relativeName: relative.givenName }),
  };
}

/** The same request for another time: everything is filled in but the moment, and consent is asked anew. */
export function againOf(request: HelpRequestView, sameNeighbour = false): Draft {
  const sameNeighbourAs = sameNeighbour ? request.id : '';
  return { ...draftOf(request), sameNeighbourAs, latest: '', addressAtOnce: '', day: '', part: '' };
}
