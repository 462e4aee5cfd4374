import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesBy, countAll } from './count.js';
import type { Fact } from './fact.js';
import { summed, type Figure } from './figure.js';
import { anyFact } from './histories.testing.js';

describe('figures kept up to date', () => {
  it('equal those made anew, whatever came late, twice or together', () => {
    const histories = fc
      .array(anyFact, { maxLength: 60 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
          fc.integer({ min: 1, max: 7 }),
        ),
      );
    fc.assert(
      fc.property(histories, ([facts, heard, together]) => {
        let kept: readonly Figure[] = [];
        const known: Fact[] = [];
        for (let start = 0; start < heard.length; start += together) {
          const news = heard.slice(start, start + together);
          const about = new Set(news.map(({ historyId }) => historyId));
          const theirs = known.filter(({ historyId }) => about.has(historyId));
          kept = summed([...kept, ...changesBy(theirs, news)]);
          known.push(...news);
        }
        expect(kept).toStrictEqual(countAll(facts));
        expect(kept.every(({ amount }) => amount > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
