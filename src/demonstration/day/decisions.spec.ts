import { describe, expect, it } from '@jest/globals';
import { answerOf, tellsOutcomeAfter, welcomeOf, type Answer } from './decisions.js';
import { script } from './script/script.js';

const orders = Array.from({ length: 12 }, (_, order) => order);
const kindsOf = (answers: readonly Answer[], kind: Answer['kind']): number =>
  answers.filter((answer) => answer.kind === kind).length;

describe('what people do on the day', () => {
  it('is the same every day', () => {
    const once = script.map((plan) => [orders.map((order) => answerOf(plan, order)), welcomeOf(plan)]);
    expect(script.map((plan) => [orders.map((order) => answerOf(plan, order)), welcomeOf(plan)])).toEqual(once);
  });

  it('brings enough neighbours among the first who are asked, and soon enough', () => {
    for (const plan of script.filter(({ fate }) => fate !== 'nobody')) {
      const needed = plan.helpersNeeded ?? 1;
      const first = orders.slice(0, 3 + needed).map((order) => answerOf(plan, order));
      expect(kindsOf(first, 'yes')).toBeGreaterThanOrEqual(needed);
      const delays = first.flatMap((answer) => (answer.kind === 'yes' ? [answer.afterMinutes] : []));
      expect(Math.min(...delays)).toBeLessThan(plan.until - plan.minute);
    }
  });

  it('brings nobody to a request that stays open, though some say no', () => {
    const answers = script
      .filter(({ fate }) => fate === 'nobody')
      .flatMap((plan) => orders.map((order) => answerOf(plan, order)));
    expect(kindsOf(answers, 'yes')).toBe(0);
    expect(kindsOf(answers, 'no')).toBeGreaterThan(0);
  });

  it('is mostly silence, with some no and a few who come too late', () => {
    const answers = script.flatMap((plan) => orders.slice(4).map((order) => answerOf(plan, order)));
    expect(kindsOf(answers, 'silence')).toBeGreaterThan(answers.length / 2);
    expect(kindsOf(answers, 'no')).toBeGreaterThan(kindsOf(answers, 'yes'));
    expect(kindsOf(answers, 'yes')).toBeGreaterThan(0);
  });

  it('goes by link and by the app, and not every asker tells how it went', () => {
    expect(new Set(script.map((plan) => welcomeOf(plan).by))).toEqual(new Set(['link', 'app']));
    const told = script.map((plan) => tellsOutcomeAfter(plan, 'asker'));
    expect(told).toContain(null);
    expect(told.filter((after) => after !== null).length).toBeGreaterThan(script.length / 2);
  });
});
