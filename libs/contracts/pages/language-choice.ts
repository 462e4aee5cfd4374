import type { Language } from '../http/vocabulary.js';

/** In the address of a page that is read in a language somebody chose on it. */
export const languageQuery = 'taal';

const cookie = 'language';
const yearSeconds = 31_536_000;

/** Set-Cookie value that remembers a language: the first page then comes in it, before any script is there. */
export function languageCookie(chosen: Language): string {
  return `${cookie}=${chosen}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;
}

/** What the cookie of a browser says; not yet known to be a language of ours. */
export function languageInCookies(cookies: string | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${cookie}=(\\w+)`).exec(cookies ?? '')?.[1];
}
