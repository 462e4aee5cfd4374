import { describe, expect, it } from '@jest/globals';
import { faultsOf, noOpinion, subjectOf } from './feedback-form.js';

const fields = (opinion: Parameters<typeof faultsOf>[0]): string[] => faultsOf(opinion).map(({ field }) => field);

describe('an opinion', () => {
  it('needs a subject and words, and no address', () => {
    expect(fields(noOpinion)).toEqual(['subject', 'text']);
    expect(fields({ subject: 'idea', text: ' Grotere knoppen ', email: ' ' })).toEqual([]);
  });

  it('needs an address that mail can be sent to, if there is one', () => {
    expect(fields({ subject: 'idea', text: 'Ja', email: 'naam' })).toEqual(['email']);
    expect(fields({ subject: 'idea', text: 'Ja', email: 'naam@voorbeeld.nl' })).toEqual([]);
  });

  it('has at most 2000 characters', () => {
    expect(fields({ subject: 'idea', text: 'a'.repeat(2_000), email: '' })).toEqual([]);
    expect(fields({ subject: 'idea', text: 'a'.repeat(2_001), email: '' })).toEqual(['text']);
  });

  it('takes its subject from an address only when there is such a subject', () => {
    expect(subjectOf('broken')).toBe('broken');
    expect(subjectOf('toString')).toBe('');
    expect(subjectOf(undefined)).toBe('');
  });
});
