import { createHash } from 'node:crypto';
import { quarterOf, type Ending, type Fact } from '@app/domain/participation/index.js';
import { localMoment } from '@app/platform/time/local-clock.js';
import type { CountedEvent } from './counted-events.js';

/** Where somebody lives, or a request was made; empty when it is not known. */
export interface Place {
  readonly districtCode: string;
  readonly organisationId: string;
}

interface CountedRequest extends Place {
  readonly urgency: string;
  readonly category: string;
}

/** What is known of the people and things that events name, by id; whoever was erased is absent. */
export interface Surroundings {
  readonly people: ReadonlyMap<string, Place & { readonly historyId: string }>;
  readonly requests: ReadonlyMap<string, CountedRequest>;
  readonly questions: ReadonlyMap<string, Place>;
  readonly circles: ReadonlyMap<string, Place>;
  readonly gatherings: ReadonlyMap<string, Place>;
}

type Told = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'code' | 'detail' | 'amount'>>;

type MakeFact = (historyId: string, place: Place, told: Told, at?: number) => Fact;

/** What an event says of people and of a request, as facts to count. Of who is erased it says nothing any more. */
export function factsOf(event: CountedEvent, surroundings: Surroundings): readonly Fact[] {
  const { people, requests, questions } = surroundings;
  const fact: MakeFact = (historyId, place, told, at = event.occurredAt) => ({
    code: '',
    detail: '',
    amount: 1,
    ...told,
    id: factId(event.id, told.kind, historyId),
    historyId,
    at,
    day: localMoment(at).day,
    districtCode: place.districtCode,
    organisationId: place.organisationId,
  });
  const ofPerson = (personId: string, told: Told): Fact[] => {
    const person = people.get(personId);
    return person ? [fact(person.historyId, person, told)] : [];
  };
  const ofRequest = (id: string, told: (request: CountedRequest) => Told): Fact[] => {
    const request = requests.get(id);
    return request ? [fact(id, request, told(request))] : [];
  };
  const ofQuestion = (id: string, told: Told): Fact[] => {
    const place = questions.get(id);
    return place ? [fact(id, place, told)] : [];
  };
  switch (event.type) {
    case 'gathering.over':
    case 'circle.turn-over':
      return ofThing(event, surroundings, fact);
    case 'desk-question.asked':
    case 'desk-question.moved':
    case 'desk-question.answered':
    case 'desk-question.withdrawn':
    case 'strain-signal.given':
    case 'strain-signal.taken-back':
      return ofQuestion(event.payload.questionId, toldOfQuestion(event));
    default:
      return tellOfHelp(event, ofPerson, ofRequest);
  }
}

/** A circle or gathering is another one in each quarter: nobody can follow it through the years. */
function ofThing(
  { type, payload }: Extract<CountedEvent, { type: EventOfThings }>,
  { circles, gatherings }: Surroundings,
  fact: MakeFact,
): Fact[] {
  if (type === 'circle.turn-over') {
    const { circleId, endedAt, filledBy } = payload;
    const place = circles.get(circleId);
    const historyId = idOf(`${circleId}/${quarterOf(localMoment(endedAt).day)}`);
    return place ? [fact(historyId, place, { kind: 'circle-turn', code: filledBy }, endedAt)] : [];
  }
  const { gatheringId, day, kind, outcome, came } = payload;
  const place = gatherings.get(gatheringId);
  const told: Told = { kind: 'gathering-date', code: outcome, detail: kind, amount: came };
  // Noted a day or a month later, it counts on the day it was.
  return place ? [{ ...fact(idOf(`${gatheringId}/${quarterOf(day)}`), place, told), day }] : [];
}

function toldOfQuestion(event: Exclude<CountedEvent, EventOfHelp | { type: EventOfThings }>): Told {
  switch (event.type) {
    case 'desk-question.asked':
      return { kind: 'question-asked' };
    case 'desk-question.moved': {
      const { to, late } = event.payload;
      return { kind: 'question-moved', code: late ? `${to}-late` : to };
    }
    case 'desk-question.answered':
      return { kind: 'question-ended', code: 'answered', detail: event.payload.theme };
    case 'desk-question.withdrawn':
      return { kind: 'question-ended', code: 'withdrawn' };
    case 'strain-signal.given':
      return { kind: 'question-signal', code: 'yes' };
    case 'strain-signal.taken-back':
      return { kind: 'question-signal', code: 'no' };
  }
}

type EventOfThings = 'circle.turn-over' | 'gathering.over';
type EventOfHelp = Exclude<
  CountedEvent,
  { type: `desk-question.${string}` | `strain-signal.${string}` | EventOfThings }
>;

function tellOfHelp(
  event: EventOfHelp,
  ofPerson: (personId: string, told: Told) => Fact[],
  ofRequest: (id: string, told: (request: CountedRequest) => Told) => Fact[],
): Fact[] {
  const ended = (ending: Ending): Fact[] =>
    'helpRequestId' in event.payload ? ofRequest(event.payload.helpRequestId, () => endedAs(ending)) : [];
  switch (event.type) {
    case 'person.joined':
      return ofPerson(event.payload.personId, { kind: 'joined' });
    case 'helper-profile.saved': {
      const { personId, alreadyHelping, pausedUntil } = event.payload;
      return [
        ...ofPerson(personId, { kind: 'willing', code: alreadyHelping ? 'already' : 'not-yet' }),
        ...ofPerson(personId, { kind: 'paused', code: lastDay(pausedUntil) }),
      ];
    }
    case 'helper-profile.paused':
      return ofPerson(event.payload.personId, { kind: 'paused', code: lastDay(event.payload.pausedUntil) });
    case 'ask.created':
    case 'ask.called':
    case 'ask.taken-back': {
      const amount = event.type === 'ask.taken-back' ? -1 : 1;
      const { personId, helpRequestId } = event.payload;
      return [
        ...ofPerson(personId, { kind: 'asked', amount }),
        ...ofRequest(helpRequestId, () => ({ kind: 'case-asked', amount })),
      ];
    }
    case 'ask.answered':
      return event.payload.answer === 'yes' ? [] : ofRequest(event.payload.helpRequestId, () => ({ kind: 'case-no' }));
    case 'help-request.opened':
      return ofRequest(event.payload.helpRequestId, ({ urgency, category }) => ({
        kind: 'case-opened',
        code: urgency,
        detail: category,
      }));
    case 'help-request.accepted':
      return ofRequest(event.payload.helpRequestId, () => ({ kind: 'case-yes' }));
    case 'help-request.closed': {
      const { helped, helperIds, helpRequestId } = event.payload;
      const told: Told = { kind: 'helped', code: helped ? 'yes' : 'no', detail: helpRequestId };
      return [...ended(helped ? 'helped' : 'not-helped'), ...helperIds.flatMap((personId) => ofPerson(personId, told))];
    }
    case 'help-request.cancelled':
      return ended('cancelled');
    case 'help-request.expired':
      return ended(event.payload.hadHelper ? 'expired-untold' : 'expired-unfilled');
  }
}

function endedAs(code: Ending): Told {
  return { kind: 'case-ended', code };
}

/** The same event gives the same fact the same id; the id leads back to neither. */
function factId(eventId: string, kind: string, historyId: string): string {
  return idOf(`${eventId}/${kind}/${historyId}`);
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function lastDay(pausedUntil: number | null): string {
  return pausedUntil === null ? '' : localMoment(pausedUntil).day;
}
