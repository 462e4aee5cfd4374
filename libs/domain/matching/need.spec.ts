import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../kernel/time.js';
import { roughPriors } from '../learning/index.js';
import { missingCover, roundGoal } from './need.js';
import { NOW, request } from './neighbours.testing.js';
import { policyOf } from './policy.js';

const policy = policyOf('balanced', 'standard', 'pace-1');
const evening = { weekday: 'tuesday', minuteOfDay: 20 * 60 } as const;
const goalOf = (urgency: 'acute' | 'planned', hours: number, round: number) =>
  roundGoal(
    request({ urgency, deadline: NOW + hours * HOUR }),
    { now: NOW, localNow: evening, round },
    policy,
    roughPriors(),
  );

describe('what a round aims at', () => {
  it('counts the rounds of a planned request by the hours in which people are asked, of an acute one by the clock', () => {
    // From eight in the evening twelve hours hold one hour of asking, less than one round of a planned request.
    expect(goalOf('planned', 12, 0).rounds).toBe(1);
    // A round is 10 * exp(0.8 * 1.2) minutes.
    expect(goalOf('acute', 12, 0).rounds).toBeCloseTo(720 / (10 * Math.exp(0.96)), 10);
  });

  it('is more for the first wave than for those after it, while there is time', () => {
    const tenDays = (10 * DAY) / HOUR;
    expect([0, 1, 2].map((round) => goalOf('planned', tenDays, round).target)).toStrictEqual([0.57, 0.15, 0.15]);
  });
});

describe('the cover that is missing', () => {
  const goal = (rounds: number) => ({ target: 0.5, horizon: 60, rounds });
  const whole = -Math.log(0.5);
  const scarce = { local: 0.9, town: 0 };
  const missing = (urgency: 'acute' | 'planned', rounds: number, coming: number) =>
    missingCover(request({ urgency, seatsLeft: 1 }), goal(rounds), coming, scarce, policy);

  it('is nothing when what is still coming nearly does, and then budgets slow nothing', () => {
    expect(missing('acute', 1, whole - 0.09)).toStrictEqual({ deficit: 0, pace: 1 });
    expect(missing('acute', 1, whole - 0.11).pace).toBe(0.3);
  });

  it('is less while budgets are scarce, but not for the only round of a planned request', () => {
    expect(missing('acute', 1, 0)).toStrictEqual({ deficit: expect.closeTo(0.3 * whole, 12), pace: 0.3 });
    expect(missing('planned', 2, 0)).toStrictEqual({ deficit: expect.closeTo(0.3 * whole, 12), pace: 0.3 });
    expect(missing('planned', 1, 0)).toStrictEqual({ deficit: expect.closeTo(whole, 12), pace: 1 });
  });

  it('is made up for each free place', () => {
    const two = missingCover(request({ seatsLeft: 2 }), goal(1), 0, { local: 0, town: 0 }, policy);
    expect(two).toStrictEqual({ deficit: expect.closeTo(2 * whole, 12), pace: 1 });
  });
});
