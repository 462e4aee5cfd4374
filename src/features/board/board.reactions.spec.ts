import { describe, expect, it } from '@jest/globals';
import type { DomainEvents, EventType, OutboxEvent } from '@app/contracts/events/domain-event.js';
import { jobsFor } from '@app/platform/outbox/reactions.js';
import { boardReactions } from './board.reactions.js';

const ids = { municipality: 'm-1', event: 'e-1', request: 'r-1', asker: 'p-asker', neighbour: 'p-neighbour' };

function jobs<T extends EventType>(type: T, payload: DomainEvents[T]) {
  const event: OutboxEvent<T> = { id: ids.event, municipalityId: ids.municipality, type, payload, occurredAt: 0 };
  return jobsFor([boardReactions], event);
}

const request = { helpRequestId: ids.request, associationId: 'a-1', version: 7 };

describe('the reactions of the board', () => {
  it('projects a changed request and hints everyone the event names', () => {
    expect(
      jobs('help-request.accepted', { ...request, askerId: ids.asker, personId: ids.neighbour, filled: true }),
    ).toStrictEqual([
      { name: 'board.project', data: { municipalityId: 'm-1', helpRequestId: 'r-1' }, id: 'e-1-board' },
      {
        name: 'realtime.hint',
        data: {
          municipalityId: 'm-1',
          personIds: ['p-asker', 'p-neighbour'],
          message: 'help-request.changed',
          id: 'r-1',
          version: 7,
        },
        id: 'e-1-hint',
      },
    ]);
  });

  it('hints whoever an escalation calls in', () => {
    const [, hint] = jobs('help-request.escalated', {
      ...request,
      askerId: ids.asker,
      level: 1,
      ownerPersonId: 'p-coordinator',
      reason: 'clock',
    });
    expect(hint?.data).toMatchObject({ personIds: ['p-asker', 'p-coordinator'] });
  });

  it('has nothing to do when a request was only posted: it shows once it is open, and the asker knows', () => {
    const posted = { ...request, askerId: ids.asker };
    expect(jobs('help-request.posted', { ...posted, waitsForReview: false })).toStrictEqual([]);
  });

  it('hints who has to look at a request first, without touching the board', () => {
    const posted = { ...request, askerId: ids.asker };
    const names = jobs('help-request.posted', { ...posted, waitsForReview: true }).map(({ name }) => name);
    expect(names).toStrictEqual(['realtime.hint']);
  });

  it('hints whoever the end of a request lets go, without touching the board', () => {
    const names = jobs('help-request.released', { ...request, personId: ids.neighbour, was: 'accepted' }).map(
      ({ name }) => name,
    );
    expect(names).toStrictEqual(['realtime.hint']);
  });

  it('hints the neighbour who answered and nobody else', () => {
    const payload = { askId: 'k-1', personId: ids.neighbour, helpRequestId: ids.request, answer: 'no' } as const;
    expect(jobs('ask.answered', payload)).toStrictEqual([
      {
        name: 'realtime.hint',
        data: { municipalityId: 'm-1', personIds: ['p-neighbour'], message: 'ask.changed', id: 'k-1', version: 0 },
        id: 'e-1-hint',
      },
    ]);
  });

  it('hints a whole wave by one job: every ask of the same second plans the same', () => {
    const ask = { askId: 'k-1', personId: ids.neighbour, helpRequestId: ids.request, acute: true };
    const [first] = jobs('ask.created', ask);
    expect(first).toStrictEqual({
      name: 'realtime.hint',
      data: { municipalityId: 'm-1', personIds: [], message: 'ask.changed', id: 'r-1', version: 0 },
      id: 'r-1-asks-0-hint',
    });
    expect(jobs('ask.created', { ...ask, askId: 'k-2', personId: 'p-other' })).toStrictEqual([first]);
  });

  it('has nothing to do with clocks, waves and sign-in', () => {
    expect(jobs('help-request.clock-set', { helpRequestId: 'r-1', dueAt: 1, version: 1 })).toStrictEqual([]);
    expect(jobs('matching.wave-set', { helpRequestId: 'r-1', round: 1, dueAt: 1 })).toStrictEqual([]);
    expect(jobs('sign-in.requested', { challengeId: 'c-1' })).toStrictEqual([]);
  });
});
