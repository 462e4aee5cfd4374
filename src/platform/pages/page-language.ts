import { languages, type Language } from '@app/contracts/http/vocabulary.js';
import { languageQuery } from '@app/contracts/pages/language-choice.js';
import { acceptedLanguage } from '../identity/accepted-language.js';

/** The languages by the names that their speakers know, in the order in which they are offered. */
export const languageNames: readonly (readonly [Language, string])[] = [
  ['nl', 'Nederlands'],
  ['en', 'English'],
  ['uk', 'Українська'],
  ['tr', 'Türkçe'],
];

/** What of a request tells a language. */
interface Asked {
  readonly query: unknown;
  readonly headers: { readonly 'accept-language'?: string | undefined };
}

/** The language that was chosen on the page itself, if one was. */
export function chosenOnPage({ query }: Pick<Asked, 'query'>): Language | undefined {
  if (typeof query !== 'object' || query === null || !Object.hasOwn(query, languageQuery)) return undefined;
  const chosen = (query as Record<string, unknown>)[languageQuery];
  return languages.find((language) => language === chosen);
}

/** The language for somebody of whom nothing is known: chosen on the page, or the first of the browser's that we have. */
export function languageOfReader(asked: Asked): Language {
  return chosenOnPage(asked) ?? acceptedLanguage(asked.headers['accept-language']);
}
