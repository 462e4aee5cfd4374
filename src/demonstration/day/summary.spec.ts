import { describe, expect, it } from '@jest/globals';
import { median, summaryOf, type EndOfRequest } from './summary.js';

const end = (part: Partial<EndOfRequest>): EndOfRequest => ({
  name: 'de hond uitlaten in Rossenberg',
  urgency: 'planned',
  helpersNeeded: 1,
  status: 'confirmed',
  yesAfter: [],
  helped: undefined,
  owner: 'Marja, Wijkvereniging, 000',
  ...part,
});

describe('the account of the day', () => {
  it('counts requests, yeses and what worked out', () => {
    const lines = summaryOf([
      end({ yesAfter: [4, 9], helpersNeeded: 2, helped: true, status: 'completed' }),
      end({ yesAfter: [7], helpersNeeded: 2 }),
      end({ yesAfter: [5], helped: false, status: 'not-helped' }),
      end({ status: 'expired' }),
    ]);
    expect(lines[0]).toBe('4 hulpvragen, 4 keer ja, 2 vragen met genoeg buren');
    expect(lines[1]).toMatch(/^1 keer gelukt/);
    expect(lines[2]).toMatch(/^1 keer kwam er geen buur/);
    expect(lines).toContain('Er staat niets meer open');
  });

  it('takes the first yes of each request for the middle, urgent and planned apart', () => {
    const lines = summaryOf([
      end({ urgency: 'acute', yesAfter: [3, 40] }),
      end({ urgency: 'acute', yesAfter: [5] }),
      end({ urgency: 'planned', yesAfter: [20] }),
    ]);
    expect(lines).toContain('Met spoed: de helft had een eerste ja binnen 4 minuten');
    expect(lines).toContain('Gepland: de helft had een eerste ja binnen 20 minuten');
  });

  it('says nothing about a middle that is not there', () => {
    expect(summaryOf([end({ status: 'open' })]).join('\n')).not.toContain('de helft');
  });

  it('names the owner of each request that is still open', () => {
    const lines = summaryOf([end({ status: 'open', urgency: 'acute' }), end({ status: 'confirmed' })]);
    expect(lines.slice(-2)).toEqual([
      'Nog open: 1. Elke vraag heeft een eigenaar:',
      '  de hond uitlaten in Rossenberg (spoed): Marja, Wijkvereniging, 000',
    ]);
  });

  it('knows the middle of any list', () => {
    expect(median([])).toBeUndefined();
    expect(median([7])).toBe(7);
    expect(median([9, 1, 4])).toBe(4);
    expect(median([10, 2, 4, 8])).toBe(6);
  });
});
