import { describe, expect, it } from '@jest/globals';
import { acceptedLanguage } from './accepted-language.js';

describe('the language that a caller accepts', () => {
  it.each([
    ['uk', 'uk'],
    ['tr-TR,tr;q=0.9', 'tr'],
    ['fr-FR, en-GB;q=0.8, nl;q=0.5', 'en'],
    ['*', 'nl'],
    ['fr', 'nl'],
    ['', 'nl'],
    [undefined, 'nl'],
  ])('is, for %s, %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
