import { describe, expect, it } from '@jest/globals';
import { postHelpRequestSchema } from '@app/contracts/http/help-request-shapes.js';
import { neighbourhoods } from '../../leusden/neighbourhoods.js';
import { lastMinute, script } from './script.js';

const endOfDay = 10 * 60;

describe('the script of the day', () => {
  it('has forty requests of people who ask once, in words that are theirs alone', () => {
    expect(script).toHaveLength(40);
    expect(new Set(script.map(({ key }) => key)).size).toBe(40);
    expect(new Set(script.map(({ askerGivenName }) => askerGivenName)).size).toBe(40);
    expect(new Set(script.map(({ summary }) => summary)).size).toBe(40);
  });

  it('asks for what can be asked, where it can be asked, before it is needed', () => {
    const codes = neighbourhoods.map(({ code }) => code);
    for (const { neighbourhoodCode, minute, from, until, category, urgency, summary } of script) {
      expect(codes).toContain(neighbourhoodCode);
      expect(from).toBeGreaterThanOrEqual(minute);
      const window = { from: '2026-11-17T14:00:00Z', until: '2026-11-17T16:00:00Z' };
      const body = postHelpRequestSchema.safeParse({ category, urgency, summary, neighbourhoodCode, window });
      expect(body.error).toBeUndefined();
      expect(until - from).toBeGreaterThan(60);
      expect(minute).toBeLessThanOrEqual(lastMinute);
    }
  });

  it('leaves about eight open: one with urgency just now, one for tomorrow, none that is over', () => {
    const left = script.filter(({ fate, until }) => fate === 'nobody' && until > lastMinute);
    expect(left).toHaveLength(8);
    const justAsked = left.filter(({ urgency, minute }) => urgency === 'acute' && minute > lastMinute - 30);
    expect(justAsked).toHaveLength(1);
    expect(left.some(({ urgency, from }) => urgency === 'planned' && from > endOfDay)).toBe(true);
  });

  it('has people who ask in every way there is', () => {
    const ways = new Set(script.map(({ way }) => way));
    expect(ways).toEqual(new Set(['guest', 'account', 'relative', 'phone-intake']));
  });
});
