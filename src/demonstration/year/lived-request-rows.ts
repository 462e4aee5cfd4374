import { evolveAll, type HelpRequestEvent, type HelpRequestState } from '@app/domain/help-request/index.js';
import { learnAt } from '@app/domain/learning/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import type { LivedRequest } from './lived-year.js';

const confirmedAfterMs = 20 * 60_000;

/** Where a request of the year is in the database. */
export interface RequestPlace {
  readonly neighbourhoodCode: string;
  readonly associationId: string;
  /** False where the desk looks after the neighbourhood. */
  readonly hasOrganisation: boolean;
  readonly askerId: string;
}

/** Turns what the year calls people and moments into what the database does. */
export interface Translation {
  /** The moment now: what comes after it has not happened. */
  readonly now: number;
  at(lived: number): number;
  person(livedId: string): string;
}

/** An ask as it stands now. */
export interface KeptAsk {
  readonly id: string;
  readonly personId: string;
  readonly askedAt: number;
  readonly probability: number;
  readonly status: 'pending' | 'yes' | 'no' | 'expired' | 'closed';
  readonly answeredAt: number | null;
  readonly lateAnswer: 'yes' | 'no' | null;
  readonly lateAnswerAt: number | null;
  /** When it was learned from, and what was known of it then; null while answers are still waited for. */
  readonly learned: { readonly at: number; readonly outcome: 'yes' | 'declined' | 'silent' } | null;
}

export interface KeptRequest {
  readonly place: RequestPlace;
  readonly category: LivedRequest['category'];
  readonly state: HelpRequestState;
  readonly events: readonly HelpRequestEvent[];
  readonly asks: readonly KeptAsk[];
}

/** A request as it stands now, by what was decided until now; undefined when it is still to come. */
export function keptRequest(lived: LivedRequest, place: RequestPlace, to: Translation): KeptRequest | undefined {
  const id = newId();
  const acceptanceIds = new Map<string, string>();
  const acceptance = (livedId: string): string => {
    const known = acceptanceIds.get(livedId) ?? newId();
    acceptanceIds.set(livedId, known);
    return known;
  };
  const events = withConfirmations(lived.history)
    .map((event) => translated(event, { id, place, acceptance, to }))
    .filter(({ at }) => at <= to.now);
  const state = stateAfter(events);
  if (!state) return undefined;
  const asks = lived.asks
    .filter(({ askedAt }) => to.at(askedAt) <= to.now)
    .map((ask) => keptAsk(ask, state, endOf(events), to));
  return { place, category: lived.category, state, events, asks };
}

/** Whoever asked says that a neighbour is welcome soon after the yes. */
function withConfirmations(history: readonly HelpRequestEvent[]): readonly HelpRequestEvent[] {
  return history
    .flatMap((event): HelpRequestEvent[] => {
      if (event.type !== 'accepted') return [event];
      const { acceptanceId, personId, at } = event;
      return [event, { type: 'confirmed', acceptanceId, personId, at: at + confirmedAfterMs }];
    })
    .toSorted((a, b) => a.at - b.at);
}

interface Names {
  readonly id: string;
  readonly place: RequestPlace;
  readonly acceptance: (livedId: string) => string;
  readonly to: Translation;
}

function translated(event: HelpRequestEvent, { id, place, acceptance, to }: Names): HelpRequestEvent {
  const at = to.at(event.at);
  switch (event.type) {
    case 'posted': {
      const { associationId, askerId, hasOrganisation } = place;
      const { coordinatorAt, deskAt } = event.escalation;
      return {
        ...event,
        at,
        id,
        associationId,
        askerId,
        hasOrganisation,
        hasAddress: false,
        windowFrom: to.at(event.windowFrom),
        windowUntil: to.at(event.windowUntil),
        escalation: {
          ...event.escalation,
          coordinatorAt: coordinatorAt === null || !hasOrganisation ? null : to.at(coordinatorAt),
          deskAt: deskAt === null ? null : to.at(deskAt),
        },
      };
    }
    case 'accepted':
    case 'confirmed':
    case 'released':
      return { ...event, at, personId: to.person(event.personId), acceptanceId: acceptance(event.acceptanceId) };
    case 'outcome-recorded':
      return { ...event, at, personId: place.askerId };
    case 'escalated':
    case 'opened':
    case 'matched':
    case 'outcome-asked':
    case 'expired':
      return { ...event, at };
    default:
      throw new Error(`Nothing is known of ${event.type} in a lived year`);
  }
}

/** What was decided at one moment counts as one change of the request. */
function stateAfter(events: readonly HelpRequestEvent[]): HelpRequestState | null {
  const moments = [...new Set(events.map(({ at }) => at))];
  return moments.reduce<HelpRequestState | null>(
    (state, moment) =>
      evolveAll(
        state,
        events.filter(({ at }) => at === moment),
      ),
    null,
  );
}

/** When a yes came to help nobody any more, and whether somebody came; null while one still does. */
interface End {
  readonly at: number;
  readonly filled: boolean;
}

function endOf(events: readonly HelpRequestEvent[]): End | null {
  const end = events.find(({ type }) => type === 'accepted' || type === 'expired');
  return end ? { at: end.at, filled: end.type === 'accepted' } : null;
}

function keptAsk(
  ask: LivedRequest['asks'][number],
  state: HelpRequestState,
  end: End | null,
  to: Translation,
): KeptAsk {
  const personId = to.person(ask.personId);
  const isHelper = state.acceptances.some((one) => one.personId === personId);
  const answeredAt = ask.answeredAt === null ? null : to.at(ask.answeredAt);
  const saidBy = (moment: number): LivedRequest['asks'][number]['answer'] =>
    answeredAt === null || answeredAt > moment ? 'silent' : ask.answer;
  const answer = saidBy(to.now);
  const isLate = !isHelper && end !== null && answeredAt !== null && answeredAt >= end.at;
  const said = answer === 'declined' ? 'no' : 'yes';
  const ended = state.acceptances.length > 0 ? 'closed' : 'expired';
  const learnedAt = end === null ? null : learnAt(state.urgency, end);
  const kept = {
    id: newId(),
    personId,
    askedAt: to.at(ask.askedAt),
    probability: ask.probability,
    answeredAt: null,
    lateAnswer: null,
    lateAnswerAt: null,
    learned: learnedAt === null || learnedAt > to.now ? null : { at: learnedAt, outcome: saidBy(learnedAt) },
  };
  if (answer === 'silent') return { ...kept, status: end === null ? 'pending' : ended };
  if (isLate) return { ...kept, status: ended, lateAnswer: said, lateAnswerAt: answeredAt };
  return { ...kept, status: said, answeredAt };
}
