import { describe, expect, it } from '@jest/globals';
import type { Acceptance, HelpRequestState } from '@app/domain/help-request/index.js';
import { HOUR } from '@app/domain/kernel/time.js';
import { answerStateOf } from './answer-state.js';

const me = 'me';
const now = 1_000 * HOUR;

function acceptance(personId: string, status: Acceptance['status']): Acceptance {
  const seat = status === 'accepted' || status === 'confirmed' ? 1 : null;
  return { id: `${personId}-${status}`, personId, status, seat, trust: 'none', since: now };
}

function request(status: HelpRequestState['status'], acceptances: readonly Acceptance[] = []): HelpRequestState {
  return {
    id: 'r',
    associationId: 'a',
    askerId: 'asker',
    status,
    version: 1,
    urgency: 'acute',
    windowFrom: now,
    windowUntil: now + HOUR,
    expectedMinutes: 20,
    helpersNeeded: 1,
    requiredTrust: 'none',
    autoConfirm: false,
    hasAddress: false,
    hasOrganisation: true,
    postedAt: now,
    openedAt: now,
    closedAt: null,
    escalation: { level: 0, coordinatorAt: null, deskAt: null, reason: null },
    outcomeAskedAt: null,
    outcome: null,
    acceptances,
  };
}

const look = (state: HelpRequestState, more: Partial<Parameters<typeof answerStateOf>[0]> = {}) =>
  answerStateOf({ askStatus: 'pending', request: state, personId: me, linkUsed: false, now, ...more });

describe('answerStateOf', () => {
  it('is open while a seat is free, also when the ask ran out', () => {
    expect(look(request('open'))).toStrictEqual({ kind: 'open' });
    expect(look(request('open'), { askStatus: 'expired' })).toStrictEqual({ kind: 'open' });
    expect(look(request('open'), { askStatus: 'closed' })).toStrictEqual({ kind: 'open' });
  });

  it('is taken when another neighbour has the seat', () => {
    expect(look(request('matched', [acceptance('other', 'accepted')]))).toStrictEqual({ kind: 'taken' });
    expect(look(request('open', [acceptance('other', 'withdrawn')]))).toStrictEqual({ kind: 'open' });
  });

  it.each([
    ['accepted', 'yes-matched'],
    ['confirmed', 'yes-confirmed'],
    ['waitlisted', 'waitlisted'],
  ] as const)('shows a yes that is %s as %s, whether the link was used or the app', (status, kind) => {
    for (const linkUsed of [true, false]) {
      expect(look(request('matched', [acceptance(me, status)]), { linkUsed, askStatus: 'yes' })).toStrictEqual({
        kind,
      });
    }
  });

  it('shows a no, also one to an ask that had been closed', () => {
    expect(look(request('open'), { askStatus: 'no' })).toStrictEqual({ kind: 'no' });
    expect(
      look(request('matched', [acceptance('other', 'accepted')]), { askStatus: 'closed', linkUsed: true }),
    ).toStrictEqual({
      kind: 'no',
    });
  });

  it.each([
    ['cancelled', [acceptance(me, 'released')], 'cancelled'],
    ['cancelled', [], 'cancelled'],
    ['expired', [], 'over'],
    ['completed', [acceptance(me, 'confirmed')], 'over'],
    ['completed', [acceptance(me, 'released')], 'over'],
    ['not-helped', [], 'over'],
    ['open', [acceptance(me, 'withdrawn')], 'withdrawn'],
    ['cancelled', [acceptance(me, 'withdrawn')], 'withdrawn'],
  ] as const)('is gone for a %s request (%#)', (status, acceptances, reason) => {
    expect(look(request(status, acceptances))).toStrictEqual({ kind: 'gone', reason });
  });

  it('is over from the end of the window on, not before', () => {
    expect(look(request('open'), { now: now + HOUR - 1 })).toStrictEqual({ kind: 'open' });
    expect(look(request('open'), { now: now + HOUR })).toStrictEqual({ kind: 'gone', reason: 'over' });
  });

  it('goes by the newest yes of this person', () => {
    const again = [acceptance(me, 'withdrawn'), acceptance(me, 'accepted')];
    expect(look(request('matched', again))).toStrictEqual({ kind: 'yes-matched' });
  });
});
