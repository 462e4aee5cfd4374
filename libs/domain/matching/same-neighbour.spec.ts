import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../kernel/time.js';
import { explainDecision } from './explain.js';
import { neighbour, neighbours, NOW, planned, request, waveInput } from './neighbours.testing.js';
import { awaited, type SameNeighbour, turnOf } from './same-neighbour.js';
import { replayWave, storedWave } from './stored-wave.js';
import { mustLookForPeople, planWave, type WaveInput } from './wave.js';

/** Bert helped before. An organiser is called in after half an hour, or a day when it is planned. */
const bert = (change: Partial<SameNeighbour> = {}): SameNeighbour => ({
  personId: 'bert',
  askedAt: null,
  wakesAt: null,
  handOverAt: NOW + 30 * MINUTE,
  ...change,
});
const calm = (change: Partial<SameNeighbour> = {}) => bert({ handOverAt: NOW + 24 * HOUR, ...change });
const open = [{ personId: 'bert', probability: 0.5, askedAt: NOW }];
const may = { mayBeAsked: true, outstanding: [] };
const mayNot = { mayBeAsked: false, outstanding: [] };

describe('the turn of the neighbour who helped before', () => {
  it('takes a third of the time before an organiser is called in when there is haste, and at most ten minutes', () => {
    expect(turnOf(bert(), request(), NOW, may)).toEqual({ does: 'ask', until: NOW + 10 * MINUTE });
    const soon = bert({ handOverAt: NOW + 15 * MINUTE });
    expect(turnOf(soon, request(), NOW, may)).toEqual({ does: 'ask', until: NOW + 5 * MINUTE });
    expect(turnOf(soon, request(), NOW + 5 * MINUTE - 1, may)?.until).toBe(NOW + 5 * MINUTE);
    expect(turnOf(soon, request(), NOW + 5 * MINUTE, may)).toBeNull();
    expect(turnOf(bert({ handOverAt: NOW + 2 * HOUR }), request(), NOW, may)?.until).toBe(NOW + 10 * MINUTE);
  });

  it('takes three hours and at most half of that time without haste', () => {
    expect(turnOf(calm(), planned(), NOW, may)).toEqual({ does: 'ask', until: NOW + 3 * HOUR });
    expect(turnOf(calm({ handOverAt: NOW + 4 * HOUR }), planned(), NOW, may)?.until).toBe(NOW + 2 * HOUR);
    expect(turnOf(calm(), planned(), NOW + 12 * HOUR, may)).toBeNull();
  });

  it('waits for the end of a night without haste, never with it, and not beyond its time', () => {
    const wakes = { wakesAt: NOW + 9 * HOUR };
    expect(turnOf(calm(wakes), planned(), NOW, mayNot)).toEqual({ does: 'wait', until: NOW + 9 * HOUR });
    expect(turnOf(calm({ wakesAt: NOW + 12 * HOUR }), planned(), NOW, mayNot)).toBeNull();
    expect(turnOf(bert({ wakesAt: NOW + MINUTE }), request(), NOW, mayNot)).toBeNull();
    expect(turnOf(calm(), planned(), NOW, mayNot)).toBeNull();
  });

  it('is over once they answered, and when their time is', () => {
    const asked = calm({ askedAt: NOW });
    expect(awaited(asked, planned(), NOW + HOUR, open)).toEqual({ does: 'wait', until: NOW + 3 * HOUR });
    expect(awaited(asked, planned(), NOW + 3 * HOUR, open)).toBeNull();
    expect(awaited(asked, planned(), NOW + HOUR, [])).toBeNull();
    expect(awaited(asked, planned(), NOW + HOUR, [{ ...open[0]!, personId: 'carla' }])).toBeNull();
    expect(awaited(calm(), planned(), NOW + HOUR, open)).toBeNull();
    // Asked once is enough: an answer does not bring the same question again.
    expect(turnOf(asked, planned(), NOW + HOUR, may)).toBeNull();
    const late = calm({ askedAt: NOW + 11 * HOUR });
    const outstanding = [{ ...open[0]!, askedAt: NOW + 11 * HOUR }];
    expect(awaited(late, planned(), NOW + 11.5 * HOUR, outstanding)?.until).toBe(NOW + 12 * HOUR);
  });

  it('is no time at all when an organiser was to be called in before it opened', () => {
    expect(turnOf(bert({ handOverAt: NOW - HOUR }), request(), NOW, may)).toBeNull();
  });
});

describe('a wave with somebody who helped before', () => {
  const people = [...neighbours(60), neighbour('bert', { experience: 'first', asksEver: 1 })];
  const input = (change: Partial<WaveInput> = {}) =>
    waveInput({ candidates: people, sameNeighbour: bert(), ...change });

  it('asks that one alone, says why, and looks again when their time is over', () => {
    const plan = planWave(input());
    expect(plan.asks.map(({ personId }) => personId)).toEqual(['bert']);
    expect(plan.asks[0]!.reasons[0]).toBe('helped-before');
    expect(plan).toMatchObject({ alone: true, nextTickInMs: 10 * MINUTE });
  });

  it('asks nobody else while the answer is waited for, and does not even look for people', () => {
    const waiting = input({ sameNeighbour: bert({ askedAt: NOW }), outstanding: open, now: NOW + 4 * MINUTE });
    expect(mustLookForPeople(waiting)).toBe(false);
    expect(planWave(waiting)).toMatchObject({ asks: [], alone: true, nextTickInMs: 6 * MINUTE });
  });

  it('is an ordinary one afterwards, after a no, and when that neighbour may not be asked', () => {
    const without = planWave(waveInput({ candidates: neighbours(60) }));
    for (const refused of [{ blocked: true }, { pausedUntil: NOW + HOUR }, { asksLast7Days: 2 }, { quietNow: true }]) {
      const candidates = [...neighbours(60), neighbour('bert', refused)];
      const plan = planWave(input({ candidates }));
      expect(plan.asks.map(({ personId }) => personId)).toEqual(without.asks.map(({ personId }) => personId));
      expect(plan.alone).toBeUndefined();
      expect(plan.asks.every(({ reasons }) => !reasons.includes('helped-before'))).toBe(true);
    }
    const left = planWave(input({ candidates: neighbours(60) }));
    expect(left.asks.length).toBe(without.asks.length);
    const saidNo = input({ sameNeighbour: bert({ askedAt: NOW }), candidates: neighbours(60), now: NOW + MINUTE });
    expect(planWave(saidNo).asks.length).toBeGreaterThan(1);
  });

  it('can be made again from what is stored, and is explained', () => {
    for (const question of [
      input(),
      input({ request: planned(), sameNeighbour: calm({ wakesAt: NOW + HOUR }), candidates: neighbours(9) }),
    ]) {
      const plan = planWave(question);
      const stored = storedWave(question, plan);
      expect(replayWave(JSON.parse(JSON.stringify(stored)))).toEqual({ ok: true, plan });
    }
    const told = (question: WaveInput) => explainDecision(storedWave(question, planWave(question)));
    expect(told(input())).toMatchObject({
      explanation: {
        wave: ['De vrager wil graag dezelfde buur als eerder. Daarom vragen wij 10 minuten lang alleen die buur.'],
        people: [{ personId: 'bert', why: ['Hielp deze vrager eerder.'] }],
      },
    });
    const night = input({ request: planned(), sameNeighbour: calm({ wakesAt: NOW + 2 * HOUR }), candidates: [] });
    expect(told(night)).toMatchObject({
      explanation: { wave: ['De vrager wil graag dezelfde buur als eerder. Daarop wachten wij nog 2 uur.'] },
    });
  });

  it('tells whoever is asked a second time that another cannot come', () => {
    const question = waveInput({ candidates: neighbours(3), askedBefore: ['n001'] });
    const plan = planWave(question);
    const because = plan.asks.filter(({ reasons }) => reasons[0] === 'other-cannot').map(({ personId }) => personId);
    expect(because).toEqual(['n001']);
    expect(explainDecision(storedWave(question, plan))).toMatchObject({
      explanation: {
        people: expect.arrayContaining([
          {
            personId: 'n001',
            why: expect.arrayContaining([
              'Kreeg deze vraag eerder. Toen was er al een andere buur, die toch niet kan.',
            ]),
          },
        ]),
      },
    });
  });
});
