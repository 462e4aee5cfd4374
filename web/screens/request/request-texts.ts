import type { HelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { t } from '../../messages/texts.js';
import { asksOutcome } from '../../parts/asks-outcome.js';
import { callingMomentOf } from './calling-moment.js';
import { fromNowText, shortMomentText } from '../../time/time-texts.js';

export type Mood = 'wait' | 'ok' | 'quiet';

export interface StatusTexts {
  readonly mood: Mood;
  readonly head: string;
  readonly text: string;
  /** The moment something happens by itself, with what that is. */
  readonly clock?: { readonly before: string; readonly at: number; readonly text: string; readonly fromNow: string };
}

/** `Bo`, `Bo en Sam`, `Bo, Sam en Noor` */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${t.request.and} ${names.at(-1) ?? ''}`;
}

/** First names of the neighbours who said yes. */
export function helperNames({ helpers }: HelpRequestView): string {
  return joinNames((helpers ?? []).map(({ givenName }) => givenName));
}

function clockAt(before: string, at: string | null, request: HelpRequestView, now: number): Pick<StatusTexts, 'clock'> {
  if (at === null) return {};
  const instant = callingMomentOf(at, request);
  if (instant <= now) return {};
  const fromNow = t.request.clock.fromNow(fromNowText(instant, now));
  return { clock: { before, at: instant, text: shortMomentText(instant, now), fromNow } };
}

/** While neighbours are asked: who takes over, and when. */
function openTexts(request: HelpRequestView, now: number): StatusTexts {
  const { escalation, owner } = request;
  const name = owner.person.givenName;
  const s = t.request.status;
  const someone = helperNames(request);
  if (escalation.level === 2) return { mood: 'wait', head: s.desk(name), text: s.deskText };
  if (escalation.level === 1) {
    const text = escalation.reason === 'nobody-reachable' ? s.nobody(name) : s.coordinatorText(name);
    return {
      mood: 'wait',
      head: s.coordinator(name),
      text,
      ...clockAt(t.request.clock.desk, escalation.deskAt, request, now),
    };
  }
  const clock = clockAt(t.request.clock.calls(name), escalation.nextAt ?? escalation.coordinatorAt, request, now);
  return { mood: 'wait', head: s.open, text: someone === '' ? '' : s.more(someone), ...clock };
}

/** The status of a request in the words of who asked. */
export function statusTexts(request: HelpRequestView, now: number): StatusTexts {
  const s = t.request.status;
  const owner = request.owner.person.givenName;
  const names = helperNames(request);
  const count = request.helpers?.length ?? 0;
  switch (request.status) {
    case 'unconfirmed':
      return { mood: 'wait', ...s.unconfirmed };
    case 'in-review':
      return {
        mood: 'wait',
        head: s.inReview.head(owner),
        text: s.inReview.text,
        ...clockAt(t.request.clock.calls(owner), request.escalation.nextAt, request, now),
      };
    case 'open':
      return openTexts(request, now);
    case 'matched':
      return { mood: 'wait', head: s.matched(names, count), text: '' };
    case 'confirmed':
      // Nobody who sits waiting is told that nothing is to be done.
      if (asksOutcome(request, now) && now >= Date.parse(request.window.until))
        return { mood: 'wait', head: s.timeOver, text: s.timeOverText };
      return { mood: 'ok', head: s.confirmed(names, count), text: s.confirmedText };
    case 'completed':
      return { mood: 'ok', head: s.completed, text: s.completedText };
    case 'not-helped':
      return { mood: 'wait', head: s.notHelped, text: s.notHelpedText(owner) };
    case 'cancelled':
      return { mood: 'quiet', head: s.cancelled, text: s.cancelledText };
    case 'expired':
      return { mood: 'quiet', head: s.expired, text: s.expiredText(owner) };
  }
}
