import { describe, expect, it } from '@jest/globals';
import { goalsOf } from '../figures/goals.js';
import { policyNames } from '../policies/registry.js';
import { documentOf } from '../report/document.js';
import { jsonOf } from '../report/print.js';
import { YearRunner } from './one-year.js';
import { optionsOf } from './options.js';
import { pairsOf, scenariosOfReport, sensitivities, stressed } from './scenarios.js';
import { ScenarioResults } from './study.js';

describe('what the command line may ask for', () => {
  it('is everything, for a year, with twenty reporting seeds, unless told otherwise', () => {
    expect(optionsOf([])).toEqual({
      policies: policyNames,
      seeds: 20,
      stressSeeds: 20,
      days: 365,
      minutes: Number.POSITIVE_INFINITY,
      purpose: 'reporting',
      changes: {},
      report: false,
      campaign: false,
    });
  });

  it('is some policies under other assumptions', () => {
    const { policies, changes, purpose } = optionsOf(['--policy', 'nearest-10', '--tuning', '--set', 'kappa=0.5']);
    expect({ policies, changes, purpose }).toEqual({
      policies: ['nearest-10'],
      changes: { kappa: 0.5 },
      purpose: 'tuning',
    });
  });

  it.each([
    ['--policy', 'nobody'],
    ['--set', 'moon=1'],
    ['--set', 'kappa='],
    ['--seeds', '0'],
    ['--report', '--tuning'],
  ])('is never what it does not know: %s %s', (...args) => {
    expect(() => optionsOf(args)).toThrow(/There are|where name is|whole number|reporting seeds/);
  });
});

describe('a report', () => {
  it('has a scenario for every sensitivity and for every pair that can be true together', () => {
    const names = scenariosOfReport(optionsOf([])).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    // Seven alone; of the 21 pairs two contradict themselves.
    expect(sensitivities).toHaveLength(7);
    expect(pairsOf(sensitivities)).toHaveLength(19);
    expect(names).toContain('tiring+slow');
    expect(names).not.toContain('quiet+busy');
  });

  const runner = new YearRunner();
  const seeds = [2, 4];
  const scenario = { name: 'base', changes: { registered: 150 }, policies: stressed, seeds, days: 7 };
  const lived = (policy: string) =>
    seeds.map((seed) => runner.run({ policy, seed, days: 7, changes: scenario.changes }));
  const base = new ScenarioResults(scenario, new Map(stressed.map((policy) => [policy, lived(policy)])));
  const results = new Map([['base', base]]);

  it('tells of every goal that was measured, and of none that was not', () => {
    const goals = goalsOf(results);
    expect(goals.some(({ what }) => what.startsWith('ours-active, base: fill'))).toBe(true);
    expect(goals.filter(({ what }) => what.includes('ours-lean'))).toEqual([]);
    expect(goals.filter(({ goal }) => goal === 7)).toEqual([]);
    const [first] = goals;
    expect(first?.met).toBe((first?.value.mean ?? 0) >= (first?.target ?? 0));
  });

  it('names every policy and every goal', () => {
    const goals = goalsOf(results);
    const text = documentOf({ command: 'npm run twin', results, base, goals, leastAsks: [], pictures: [] });
    for (const policy of stressed) expect(text).toContain(`| ${policy} |`);
    for (const { what } of goals) expect(text).toContain(what);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('ends with one object for programs', () => {
    const told = JSON.parse(jsonOf(base, goalsOf(results), optionsOf([]))) as { policies: Record<string, unknown> };
    expect(Object.keys(told.policies)).toEqual([...stressed]);
  });
});
