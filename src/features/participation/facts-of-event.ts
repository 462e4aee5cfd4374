import { createHash } from 'node:crypto';
import type { Ending, Fact } from '@app/domain/participation/index.js';
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

/** What is known of the people and requests that events name, by id; whoever was erased is absent. */
export interface Surroundings {
  readonly people: ReadonlyMap<string, Place & { readonly historyId: string }>;
  readonly requests: ReadonlyMap<string, CountedRequest>;
}

type Told = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'code' | 'detail' | 'amount'>>;

/** What an event says of people and of a request, as facts to count. Of who is erased it says nothing any more. */
export function factsOf(event: CountedEvent, { people, requests }: Surroundings): readonly Fact[] {
  const fact = (historyId: string, place: Place, told: Told): Fact => ({
    code: '',
    detail: '',
    amount: 1,
    ...told,
    id: factId(event.id, told.kind, historyId),
    historyId,
    at: event.occurredAt,
    day: localMoment(event.occurredAt).day,
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
  return tell(event, ofPerson, ofRequest);
}

function tell(
  event: CountedEvent,
  ofPerson: (personId: string, told: Told) => Fact[],
  ofRequest: (id: string, told: (request: CountedRequest) => Told) => Fact[],
): Fact[] {
  const ended = (ending: Ending): Fact[] =>
    'helpRequestId' in event.payload
      ? ofRequest(event.payload.helpRequestId, () => ({ kind: 'case-ended', code: ending }))
      : [];
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
    case 'ask.taken-back': {
      const amount = event.type === 'ask.created' ? 1 : -1;
      const { personId, helpRequestId } = event.payload;
      return [
        ...ofPerson(personId, { kind: 'asked', amount }),
        ...ofRequest(helpRequestId, () => ({ kind: 'case-asked', amount })),
      ];
    }
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

/** The same event gives the same fact the same id; the id leads back to neither. */
function factId(eventId: string, kind: string, historyId: string): string {
  const hex = createHash('sha256').update(`${eventId}/${kind}/${historyId}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function lastDay(pausedUntil: number | null): string {
  return pausedUntil === null ? '' : localMoment(pausedUntil).day;
}
