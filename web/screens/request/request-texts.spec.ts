import { describe, expect, it } from '@jest/globals';
import { aHelper, aRequest, specNow as now } from '../../parts/request.testing.js';
import { joinNames, statusTexts } from './request-texts.js';
import { timelineOf } from './request-timeline.js';

describe('how a request stands', () => {
  it('names who calls, and when, while neighbours are asked', () => {
    expect(statusTexts(aRequest(), now)).toMatchObject({
      mood: 'wait',
      head: 'Wij vragen nu buren',
      clock: {
        before: 'Heeft nog niemand ja gezegd? Dan belt Marja u.',
        text: '14:40 uur',
        fromNow: 'Dat is over 28 minuten.',
      },
    });
  });

  it('shows no clock that has passed', () => {
    expect(statusTexts(aRequest(), Date.parse('2026-11-24T13:41:00Z'))).not.toHaveProperty('clock');
  });

  it('promises no call in the middle of the night for help that can wait', () => {
    const escalation = { ...aRequest().escalation, nextAt: '2026-11-24T23:15:00Z' };
    const window = { from: '2026-11-25T09:00:00Z', until: '2026-11-25T17:00:00Z' };
    const planned = aRequest({ urgency: 'planned', escalation, window });
    expect(statusTexts(planned, now)).toMatchObject({ clock: { text: 'morgen om 08:00 uur' } });
  });

  it('hands over to the coordinator and then to the desk', () => {
    const base = aRequest().escalation;
    const coordinator = aRequest({ escalation: { ...base, level: 1 } });
    expect(statusTexts(coordinator, now)).toMatchObject({
      head: 'Marja zoekt nu met u verder',
      clock: { text: '15:10 uur' },
    });
    const night = aRequest({ escalation: { ...base, level: 1, reason: 'nobody-reachable' } });
    expect(statusTexts(night, now).text).toContain('geen buur die wij mogen storen');
    expect(statusTexts(aRequest({ escalation: { ...base, level: 2 } }), now).head).toBe('Marja helpt u nu verder');
  });

  it('speaks of one neighbour and of more', () => {
    const one = aRequest({ status: 'matched', helpers: [aHelper('Bo')] });
    expect(statusTexts(one, now).head).toBe('Bo wil u helpen');
    const two = aRequest({ status: 'confirmed', helpers: [aHelper('Bo'), aHelper('Sam')] });
    expect(statusTexts(two, now)).toMatchObject({ mood: 'ok', head: 'Bo en Sam komen u helpen' });
    expect(joinNames(['Bo', 'Sam', 'Noor'])).toBe('Bo, Sam en Noor');
  });

  it('asks how it went once the agreed time is over, and not before', () => {
    const agreed = aRequest({ status: 'confirmed', helpers: [aHelper('Bo')], actions: ['record-outcome'] });
    const until = Date.parse(agreed.window.until);
    expect(statusTexts(agreed, until - 1).head).toBe('Bo komt u helpen');
    expect(statusTexts(agreed, until)).toMatchObject({ mood: 'wait', head: 'De afgesproken tijd is voorbij' });
    expect(statusTexts(aRequest({ status: 'confirmed', helpers: [aHelper('Bo')], actions: [] }), until).head).toBe(
      'Bo komt u helpen',
    );
  });

  it('has words for every end', () => {
    for (const status of ['completed', 'not-helped', 'cancelled', 'expired', 'unconfirmed', 'in-review'] as const) {
      expect(statusTexts(aRequest({ status }), now).head.length).toBeGreaterThan(5);
    }
  });
});

describe('what happens next', () => {
  const heads = (more: Parameters<typeof aRequest>[0], at = now): string[] =>
    timelineOf(aRequest(more), at).map(({ head, state }) => `${state}: ${head}`);

  it('tells each step with its time', () => {
    expect(heads({})).toEqual([
      'done: 14:10 uur - Vraag verstuurd',
      'now: Nu - Wij vragen buren',
      'later: 14:40 uur - Marja neemt het over',
      'later: 15:10 uur - Het loket belt u',
    ]);
  });

  it('begins each step with a capital, also when it is of another day', () => {
    const dayBefore = heads({}, Date.parse('2026-11-23T13:12:00Z'));
    expect(dayBefore).toContain('later: Morgen om 14:40 uur - Marja neemt het over');
    expect(dayBefore.filter((head) => !/^\w+: [A-Z0-9]/.test(head))).toEqual([]);
  });

  it('puts a step that was taken before now', () => {
    expect(heads({}, Date.parse('2026-11-24T13:50:00Z'))).toEqual([
      'done: 14:10 uur - Vraag verstuurd',
      'done: 14:40 uur - Marja neemt het over',
      'now: Nu - Wij vragen buren',
      'later: 15:10 uur - Het loket belt u',
    ]);
  });

  it('turns to the asker once someone said yes', () => {
    expect(heads({ status: 'matched', helpers: [aHelper('Bo')] })).toEqual([
      'done: 14:10 uur - Vraag verstuurd',
      'now: Ja van Bo',
      'later: 16:00 uur - Hulp van Bo',
      'later: Wij vragen of het gelukt is',
    ]);
  });

  it('says nothing more once it is over', () => {
    expect(heads({ status: 'cancelled' })).toEqual([]);
  });
});
