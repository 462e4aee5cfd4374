import { describe, expect, it } from '@jest/globals';
import { isFull, visitRefusal, type VisitQuestion } from './visit.policy.js';

const open: VisitQuestion = { status: 'planned', startsAt: 100, seats: 10, others: 6, wanted: 4, now: 99 };

describe('saying that one comes', () => {
  it.each<[Partial<VisitQuestion>, ReturnType<typeof visitRefusal>]>([
    [{}, undefined],
    [{ others: 7 }, 'full'],
    [{ others: 9, wanted: 1 }, undefined],
    [{ others: 10, wanted: 1 }, 'full'],
    [{ others: 900, seats: null }, undefined],
    [{ now: 100 }, 'over'],
    [{ status: 'cancelled', others: 10 }, 'cancelled'],
  ])('with %j is refused because of %s', (change, refusal) => {
    expect(visitRefusal({ ...open, ...change })).toBe(refusal);
  });

  it('is offered as long as one person can come', () => {
    expect([isFull(10, 9), isFull(10, 10), isFull(10, 11), isFull(null, 400)]).toStrictEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
