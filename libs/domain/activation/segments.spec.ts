import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../kernel/time.js';
import { invitationRefusal, neverInvited, type InvitationFacts } from './invitable.js';
import { explainSegment, segmentNames, segmentOf, segmentRules, type WillingFacts } from './segments.js';

const somebody = (facts: Partial<WillingFacts>): WillingFacts => ({
  helps: 0,
  asks: 0,
  daysWilling: 100,
  daysSinceLastAsk: null,
  daysSinceLastHelp: null,
  ...facts,
});

describe('the groups of the willing', () => {
  it.each([
    ['never-asked', {}],
    ['never-asked', { daysWilling: 7 }],
    [null, { daysWilling: 6 }],
    ['asked-and-silent', { asks: 1, daysSinceLastAsk: 14 }],
    [null, { asks: 3, daysSinceLastAsk: 13 }],
    [null, { asks: 3 }],
    ['helped-once', { helps: 1, asks: 4, daysSinceLastHelp: 7, daysSinceLastAsk: 3 }],
    [null, { helps: 1, asks: 4, daysSinceLastHelp: 6 }],
    ['resting', { helps: 2, asks: 4, daysSinceLastHelp: 90 }],
    [null, { helps: 2, asks: 4, daysSinceLastHelp: 89 }],
    [null, { helps: 12, asks: 4 }],
  ])('puts in %s whoever has %j', (segment, facts) => {
    expect(segmentOf(somebody(facts))).toBe(segment);
  });

  it('share nobody, whatever is known of them', () => {
    const days = fc.option(fc.nat(400));
    const facts = fc.record({
      helps: fc.nat(5),
      asks: fc.nat(5),
      daysWilling: fc.nat(400),
      daysSinceLastAsk: days,
      daysSinceLastHelp: days,
    });
    fc.assert(
      fc.property(facts, (known) => {
        const fits = segmentNames.filter((name) =>
          segmentRules[name].every(({ fact, count, orMore }) => {
            const value = known[fact];
            return value !== null && value >= count && (orMore || value <= count);
          }),
        );
        expect(fits.length).toBeLessThanOrEqual(1);
        expect(segmentOf(known)).toBe(fits[0] ?? null);
      }),
    );
  });

  it('are told with the very numbers that decide', () => {
    expect(Object.fromEntries(segmentNames.map((name) => [name, explainSegment(name)]))).toStrictEqual({
      'never-asked': ['Hielp nog nooit.', 'Kreeg nog nooit een vraag.', 'Is al 7 dagen of meer wel bereid.'],
      'asked-and-silent': [
        'Hielp nog nooit.',
        'Kreeg 1 vraag of meer.',
        'De laatste vraag is 14 dagen of meer geleden.',
      ],
      'helped-once': ['Hielp 1 keer.', 'De laatste hulp is 7 dagen of meer geleden.'],
      resting: ['Hielp 2 keer of meer.', 'De laatste hulp is 90 dagen of meer geleden.'],
    });
  });
});

describe('nobody is written to', () => {
  const free: InvitationFacts = {
    wantsInvitations: true,
    pausedUntil: null,
    weeklyBudget: 2,
    barred: false,
    asksForHelp: false,
    heavilyBurdened: false,
    inCampaign: false,
    daysSinceInvitation: null,
  };

  it.each([
    ['no-invitations', { wantsInvitations: false }],
    ['no-budget', { weeklyBudget: 0 }],
    ['paused', { pausedUntil: DAY + 1 }],
    ['barred', { barred: true }],
    ['asking', { asksForHelp: true }],
    ['burdened', { heavilyBurdened: true }],
    ['in-campaign', { inCampaign: true }],
    ['invited-recently', { daysSinceInvitation: 89 }],
    [null, { daysSinceInvitation: 90, pausedUntil: DAY }],
    [null, {}],
  ])('for %s with %j', (refusal, facts) => {
    expect(invitationRefusal({ ...free, ...facts }, DAY)).toBe(refusal);
  });

  it('without a rule that a coordinator can read', () => {
    expect(neverInvited).toHaveLength(8);
    for (const words of neverInvited) expect(words).toMatch(/^Wie .*\.$/);
  });
});
