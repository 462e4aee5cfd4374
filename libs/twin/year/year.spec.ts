import { describe, expect, it } from '@jest/globals';
import { clairvoyantFills } from '../bounds/clairvoyant.js';
import { featureLayout, featuresOf } from '../../domain/learning/index.js';
import { parametersWith } from '../parameters.js';
import type { ClosedRequest } from '../policies/ask-policy.js';
import { policyNamed, policyNames } from '../policies/registry.js';
import { makeWorld } from '../world/world.js';
import { liveYear, type PolicyMaker } from './year.js';
import type { YearRecord } from './record.js';

/** A small world in which people are scarce, so that every limit is met within a fortnight. */
const scarce = { registered: 180, requestsPerDay: 12 };
/** The oracles differ in one number only; one of them stands for all. */
const asking = policyNames.filter(
  (name) => name !== 'board-only' && (!name.startsWith('oracle') || name === 'oracle-active-8'),
);
const keepingBudgets = asking.filter((name) => name !== 'broadcast' && name !== 'nearest-10');

const lived = new Map<string, YearRecord>();

function fortnight(policy: string, seed = 3): YearRecord {
  return liveYear(makeWorld(parametersWith(scarce), seed, 14), policyNamed(policy));
}

/** Lived once; several tests look at it. */
function known(policy: string): YearRecord {
  const record = lived.get(policy) ?? fortnight(policy);
  lived.set(policy, record);
  return record;
}

describe('a year in the twin', () => {
  it('is the same for the same seed', () => {
    const [once, again] = [fortnight('ours-active'), fortnight('ours-active')];
    expect(again.requests).toEqual(once.requests);
    expect(again.asksOf).toEqual(once.asksOf);
  });

  it('is another one for another seed', () => {
    expect(fortnight('ours-active', 4).requests).not.toEqual(known('ours-active').requests);
  });

  it.each(['board-only', ...asking])('counts every request once and every ask with somebody: %s', (policy) => {
    const record = known(policy);
    expect(record.requests).toHaveLength(record.world.arrivals.length);
    expect(new Set(record.requests.map(({ index }) => index)).size).toBe(record.world.arrivals.length);
    expect(sum(record.asksOf)).toBe(record.asks);
    expect(record.requests.reduce((all, { asks }) => all + asks, 0)).toBe(record.asks);
  });

  it.each(asking)('fills nothing that could not be filled: %s', (policy) => {
    const record = known(policy);
    const bound = clairvoyantFills(record.world);
    const filled = record.requests.filter(({ minutesToYes }) => minutesToYes !== null);
    expect(filled.length).toBeGreaterThan(0);
    expect(filled.filter(({ index }) => bound[index] !== 1)).toEqual([]);
  });

  it.each(asking)('asks nobody in quiet hours: %s', (policy) => {
    expect(known(policy).quietViolations).toBe(0);
  });

  it.each(keepingBudgets)('asks nobody more often than they allow: %s', (policy) => {
    expect(known(policy).budgetViolations).toBe(0);
  });

  it('finds out when a policy asks people more often than they allow', () => {
    expect(known('nearest-10').budgetViolations).toBeGreaterThan(0);
  });
});

describe('two policies in one world', () => {
  /** What people answered, by request and person, when nothing that happened before matters to them. */
  function answersUnder(policy: string): ReadonlyMap<string, string> {
    const steady = { ...scarce, kappa: 0, boost: 0, first: 0.11, regular: 0.11, muteHazard: 0, attritionIdle: 0 };
    const parameters = parametersWith({ ...steady, attritionHelped: 0 });
    const answers = new Map<string, string>();
    liveYear(makeWorld(parameters, 5, 20), noting(policyNamed(policy), answers));
    return answers;
  }

  it('meet the same answers after the same delays', () => {
    const [one, other] = [answersUnder('nearest-10'), answersUnder('round-robin')];
    const both = [...one.keys()].filter((key) => other.has(key));
    expect(both.length).toBeGreaterThan(20);
    expect(both.map((key) => other.get(key))).toEqual(both.map((key) => one.get(key)));
  });
});

/** The same policy, noting every answer that came. */
function noting(maker: PolicyMaker, answers: Map<string, string>): PolicyMaker {
  return (world, lives) => {
    const policy = maker(world, lives);
    return {
      ...policy,
      look: (look) => {
        const wave = policy.look(look);
        const asks = wave.asks.map((ask) => {
          const asked = look.neighbours.find(({ personId }) => personId === ask.personId);
          if (asked === undefined) throw new Error('Nobody of that name');
          // The index of the request travels in the record, which only the learner of this test reads.
          const features = [...featuresOf(asked, look.request), look.index];
          return { ...ask, record: { layout: featureLayout, features, urgency: look.request.urgency } };
        });
        return { ...wave, asks };
      },
      learn: ({ asks }: ClosedRequest) => {
        for (const { personId, record, outcome } of asks) {
          if (outcome.kind === 'silent') continue;
          answers.set(`${record.features.at(-1)} ${personId}`, `${outcome.kind} ${outcome.minutes}`);
        }
      },
    };
  };
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
