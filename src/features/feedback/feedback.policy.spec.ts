import { describe, expect, it } from '@jest/globals';
import { roles } from '@app/contracts/http/vocabulary.js';
import { mayReadFeedback } from './feedback.policy.js';

describe('what people wrote about the site', () => {
  it('is read by administrators and monitors, and by nobody else', () => {
    const readers = roles.filter((role) => mayReadFeedback({ memberships: [{ role, associationId: null }] }));
    expect(readers.toSorted((a, b) => a.localeCompare(b))).toEqual(['administrator', 'monitor']);
    expect(mayReadFeedback({ memberships: [] })).toBe(false);
  });
});
