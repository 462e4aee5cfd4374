import { describe, expect, it } from '@jest/globals';
import type { HelpRequestEvent } from '@app/domain/help-request/index.js';
import { eventsOfRequest } from './lived-events.js';
import { keptRequest, type RequestPlace, type Translation } from './lived-request-rows.js';
import type { LivedRequest } from './lived-year.js';
import { loadsOf } from './loads.js';

const hour = 3_600_000;
const minute = 60_000;
const place: RequestPlace = {
  neighbourhoodCode: 'BU03270107',
  associationId: 'rossenberg',
  hasOrganisation: true,
  askerId: 'anja',
};
const until = (now: number): Translation => ({ now, at: (lived) => lived, person: (livedId) => `person-${livedId}` });

const posted: HelpRequestEvent = {
  type: 'posted',
  at: 0,
  id: 'r1',
  associationId: 'a6',
  askerId: 'asker-1',
  urgency: 'planned',
  windowFrom: 9 * hour,
  windowUntil: 10 * hour,
  expectedMinutes: 30,
  helpersNeeded: 1,
  requiredTrust: 'none',
  autoConfirm: false,
  hasAddress: true,
  hasOrganisation: true,
  contactConfirmed: true,
  escalation: { level: 0, coordinatorAt: 5 * hour, deskAt: 7 * hour, reason: null },
};
const lived: LivedRequest = {
  area: 6,
  category: 'coffee',
  history: [
    posted,
    { type: 'opened', at: 0 },
    { type: 'accepted', at: 2 * hour, acceptanceId: 'y', personId: 'p1', trust: 'none', seat: 1 },
    { type: 'matched', at: 2 * hour },
    { type: 'outcome-asked', at: 10 * hour },
    { type: 'outcome-recorded', at: 10 * hour, helped: true, by: 'asker', personId: 'asker-1' },
  ],
  asks: [
    { personId: 'p1', askedAt: 0, probability: 0.2, answer: 'yes', answeredAt: 2 * hour },
    { personId: 'p2', askedAt: 0, probability: 0.1, answer: 'declined', answeredAt: hour },
    { personId: 'p3', askedAt: hour, probability: 0.1, answer: 'yes', answeredAt: 3 * hour },
    { personId: 'p4', askedAt: hour, probability: 0.1, answer: 'silent', answeredAt: null },
  ],
};
const at = (now: number) => keptRequest(lived, place, until(now))!;
const statuses = (now: number) => at(now).asks.map(({ status }) => status);

describe('a request of the year', () => {
  it('is not there before it was made', () => {
    expect(keptRequest(lived, place, until(-1))).toBeUndefined();
  });

  it('stands as it stood at that moment', () => {
    expect(at(minute).state).toMatchObject({ status: 'open', associationId: 'rossenberg', askerId: 'anja' });
    expect(at(2 * hour).state.status).toBe('matched');
    expect(at(3 * hour).state.status).toBe('confirmed');
    expect(at(10 * hour).state).toMatchObject({ status: 'completed', outcome: { helped: true, by: 'asker' } });
  });

  it('has asks that wait, are answered, come too late, or are over', () => {
    expect(statuses(0)).toStrictEqual(['pending', 'pending']);
    expect(statuses(hour)).toStrictEqual(['pending', 'no', 'pending', 'pending']);
    expect(statuses(10 * hour)).toStrictEqual(['yes', 'no', 'closed', 'closed']);
    expect(at(10 * hour).asks[2]).toMatchObject({ lateAnswer: 'yes', lateAnswerAt: 3 * hour });
    expect(at(2 * hour).asks[2]).toMatchObject({ lateAnswer: null });
  });

  it('is learned from a day after somebody said yes, by what was known then', () => {
    const learned = (now: number) => at(now).asks.map((ask) => ask.learned?.outcome ?? null);
    expect(learned(26 * hour - 1)).toStrictEqual([null, null, null, null]);
    expect(learned(26 * hour)).toStrictEqual(['yes', 'declined', 'yes', 'silent']);
    const later = { ...lived, asks: lived.asks.map((ask) => ({ ...ask, answeredAt: ask.answeredAt && 27 * hour })) };
    const asks = keptRequest(later, place, until(40 * hour))!.asks;
    expect(asks.map((ask) => ask.learned?.outcome)).toStrictEqual(['silent', 'silent', 'silent', 'silent']);
    expect(asks[0]?.learned?.at).toBe(26 * hour);
  });

  it('tells the figures what was opened, asked, answered and helped', () => {
    const told = eventsOfRequest(at(10 * hour)).map(({ type }) => type);
    expect(told.toSorted()).toStrictEqual([
      'ask.answered',
      'ask.created',
      'ask.created',
      'ask.created',
      'ask.created',
      'help-request.accepted',
      'help-request.closed',
      'help-request.opened',
    ]);
    const closed = eventsOfRequest(at(10 * hour)).find(({ type }) => type === 'help-request.closed');
    expect(closed?.payload).toMatchObject({ helped: true, helperIds: ['person-p1'] });
    // Only a no is a fact of its own: a yes is told by the request, silence and what comes too late by nothing.
    const answered = eventsOfRequest(at(10 * hour)).filter(({ type }) => type === 'ask.answered');
    expect(answered).toMatchObject([{ at: hour, payload: { personId: 'person-p2', answer: 'no' } }]);
    expect(eventsOfRequest(at(hour - 1)).map(({ type }) => type)).not.toContain('ask.answered');
  });

  it('leaves a load with everybody it concerned', () => {
    const loads = loadsOf([at(10 * hour)], 10 * hour);
    expect(loads.get('person-p1')).toMatchObject({ asksTotal: 1, helpsCompleted: 1, firstHelpAt: 10 * hour });
    expect(loads.get('person-p2')).toMatchObject({ asksTotal: 1, helpsCompleted: 0, lastDeclinedAt: hour });
    expect(loads.get('person-p4')).toMatchObject({ asksTotal: 1, lastDeclinedAt: null, recentAskTimes: [hour] });
  });
});
