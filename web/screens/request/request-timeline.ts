import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import type { TimelineStep } from '../../parts/timeline.js';
import { capital, shortMomentText } from '../../time/time-texts.js';
import { callingMomentOf } from './calling-moment.js';
import { helperNames } from './request-texts.js';

const texts = t.request.timeline;

/** Statuses after which nothing more happens by itself. */
const over = new Set<HelpRequestView['status']>(['completed', 'not-helped', 'cancelled', 'expired']);

export function isOver(request: Pick<HelpRequestView, 'status'>): boolean {
  return over.has(request.status);
}

function sentStep(request: HelpRequestView, now: number): TimelineStep {
  const moment = capital(shortMomentText(Date.parse(request.postedAt), now));
  return { key: 'sent', head: texts.step(moment, texts.sent), text: texts.done, state: 'done' };
}

interface ClockTexts {
  readonly head: string;
  readonly text: string;
}

function clockStep(
  key: 'coordinator' | 'desk',
  request: HelpRequestView,
  { head, text }: ClockTexts,
  now: number,
): TimelineStep[] {
  const { escalation } = request;
  const at = key === 'desk' ? escalation.deskAt : escalation.coordinatorAt;
  if (at === null) return [];
  const passed = Date.parse(at) <= now;
  const instant = passed ? Date.parse(at) : callingMomentOf(at, request);
  const state = passed ? 'done' : 'later';
  return [{ key, head: texts.step(capital(shortMomentText(instant, now)), head), text, state }];
}

function searching(request: HelpRequestView, now: number): TimelineStep[] {
  const { owner, autoConfirm } = request;
  const review = request.status === 'in-review';
  const asking: TimelineStep = {
    key: 'asking',
    head: texts.step(texts.now, review ? texts.review(owner.person.givenName) : texts.asking),
    text: review ? t.request.status.inReview.text : autoConfirm ? texts.askingAtOnce : texts.askingText,
    state: 'now',
  };
  const coordinator = owner.kind === 'association' ? owner.person.givenName : t.request.coordinator;
  const steps = [
    ...clockStep('coordinator', request, { head: texts.coordinator(coordinator), text: texts.coordinatorText }, now),
    ...clockStep('desk', request, { head: texts.desk, text: texts.deskText }, now),
  ];
  const done = steps.filter(({ state }) => state === 'done');
  return [...done, asking, ...steps.filter(({ state }) => state === 'later')];
}

function agreed(request: HelpRequestView, now: number): TimelineStep[] {
  const names = helperNames(request);
  const waiting = request.status === 'matched';
  const moment = capital(shortMomentText(Date.parse(request.window.until), now));
  return [
    {
      key: 'yes',
      head: texts.yes(names),
      text: waiting ? texts.yourTurn : '',
      state: waiting ? 'now' : 'done',
    },
    ...(waiting ? [] : [{ key: 'agreed', head: texts.agreed, text: '', state: 'done' as const }]),
    { key: 'help', head: texts.step(moment, texts.help(names)), text: '', state: waiting ? 'later' : 'now' },
    { key: 'after', head: texts.after, text: '', state: 'later' },
  ];
}

/** What happened with a request and what happens next; nothing once it is over or not yet confirmed. */
export function timelineOf(request: HelpRequestView, now: number): readonly TimelineStep[] {
  if (isOver(request) || request.status === 'unconfirmed') return [];
  const steps = request.status === 'matched' || request.status === 'confirmed' ? agreed : searching;
  return [sentStep(request, now), ...steps(request, now)];
}
