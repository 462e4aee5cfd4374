import { describe, expect, it } from '@jest/globals';
import { answerPage } from './answer-page.js';
import { confirmHelpersPage } from './confirm-pages.js';
import { ask, confirm, frame, galleryIn } from './gallery.testing.js';
import { chosenOnPage, languageNames, languageOfReader } from './page-language.js';
import { problemPage } from './problem-page.js';

const dutch = galleryIn('nl');

/** What stands between the marks of a page: its own words, and what it was given. */
const pieces = (page: string): string[] =>
  page
    .replace(/<nav class="zb-languages"[\s\S]*?<\/nav>/, '')
    .split(/<[^>]*>/)
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => /\p{L}{4}/u.test(piece));

/** Names and facts that a page is given, whatever its language. */
const given = [
  JSON.stringify([ask, confirm, { pausedUntilText: 'dinsdag 1 december', day: 'dinsdag 24 november' }]),
  'Vul uw adres in, bijvoorbeeld Dorpsstraat 1',
  'Er is net iets veranderd. Kijk wie u nu wil helpen. Kies ja of nee. Kies hoe lang. Kies een dag.',
  'Zorgzame Buurten Leusden Privacy',
]
  .join(' ')
  .replaceAll("'", '&#39;');

describe.each(['en', 'uk', 'tr'] as const)('pages in %s', (language) => {
  const pages = Object.entries(galleryIn(language));

  it('say nothing of their own in Dutch', () => {
    for (const [name, page] of pages) {
      const left = pieces(page).filter((piece) => pieces(dutch[name] ?? '').includes(piece));
      expect({ name, left: left.filter((piece) => !given.includes(piece)) }).toStrictEqual({ name, left: [] });
    }
  });

  it('say which language they are in, and mark it among the others', () => {
    for (const [, page] of pages) {
      expect(page).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}">`));
      expect([...page.matchAll(/href="\?taal=(\w+)"/g)].map(([, code]) => code)).toStrictEqual([
        'nl',
        'en',
        'uk',
        'tr',
      ]);
      expect(page.match(/aria-current="true"/g)).toHaveLength(1);
      expect(page).toMatch(new RegExp(`href="\\?taal=${language}"[^>]*aria-current="true"`));
    }
  });

  it('send and lead to the same as in Dutch', () => {
    const acts = (page: string): string[] =>
      [...page.matchAll(/(?:href="(?!\?taal)|name=")[^"]*"(?:\s+value="[^"]*")?/g)].map(([act]) => act);
    for (const [name, page] of pages) expect(acts(page)).toStrictEqual(acts(dutch[name] ?? ''));
  });

  it('say that no native speaker read them, where none did', () => {
    for (const [, page] of pages) expect(/Носій мови|ana dili/.test(page)).toBe(language !== 'en');
  });
});

it('writes several names as each language does', () => {
  const names = { ...confirm, helperNames: ['Jan', 'Fatma', 'Piet'] };
  expect(confirmHelpersPage(frame, names)).toContain('Jan, Fatma en Piet willen u helpen');
  expect(confirmHelpersPage({ ...frame, language: 'uk' }, names)).toContain('Jan, Fatma і Piet хочуть вам допомогти');
  expect(confirmHelpersPage({ ...frame, language: 'tr' }, names)).toContain('Jan, Fatma ve Piet size yardım');
});

it('offers no other language where a page is in Dutch only', () => {
  const { language: _none, ...dutchOnly } = frame;
  const page = answerPage(dutchOnly, ask);
  expect(page).toContain('<html lang="nl">');
  expect(page).not.toContain('?taal=');
});

it('tells every fault in the language of the reader, also one that no page expects', () => {
  const problem = { type: 'x', status: 429, title: 'Dit ging te vaak', detail: 'Wacht even.', instance: 'k' } as const;
  const page = problemPage({ ...problem, code: 'too-many-requests' }, { ...frame, language: 'uk' });
  expect(page).toContain('Зараз це неможливо');
  expect(page).not.toMatch(/Dit ging|Wacht/);
});

describe('the language of a page', () => {
  const browser = { 'accept-language': 'tr-TR,tr;q=0.9' };

  it('is the one in its address, else the first of the browser that we have', () => {
    expect(languageOfReader({ query: { taal: 'uk' }, headers: browser })).toBe('uk');
    expect(languageOfReader({ query: {}, headers: browser })).toBe('tr');
    expect(languageOfReader({ query: undefined, headers: {} })).toBe('nl');
  });

  it.each([{ taal: 'fr' }, { taal: ['uk', 'tr'] }, { taal: '' }, { language: 'uk' }, 'taal=uk', null])(
    'is not chosen by %j',
    (query) => {
      expect(chosenOnPage({ query })).toBeUndefined();
    },
  );

  it('is offered by the name that its speakers know', () => {
    expect(languageNames.map(([, name]) => name)).toStrictEqual(['Nederlands', 'English', 'Українська', 'Türkçe']);
  });
});
