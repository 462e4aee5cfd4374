import type { Language } from '@app/contracts/http/vocabulary.js';
import { languageCookie, languageInCookies, languageQuery } from '@app/contracts/pages/language-choice.js';
import { keep, kept } from '../session/kept.js';

interface Described {
  /** As its speakers call it. */
  readonly name: string;
  /** How dates, times and numbers are written. */
  readonly locale: string;
  /** False as long as no native speaker read the texts; the page then says so. */
  readonly read: boolean;
}

/** The languages of the app, in the order in which they are offered. */
export const languages: Readonly<Record<Language, Described>> = {
  nl: { name: 'Nederlands', locale: 'nl-NL', read: true },
  en: { name: 'English', locale: 'en-GB', read: true },
  uk: { name: 'Українська', locale: 'uk-UA', read: false },
  tr: { name: 'Türkçe', locale: 'tr-TR', read: false },
};

/** Where organisers work. Their texts exist in Dutch only, so that the whole page is Dutch there. */
const ofOrganisers = /^\/(werklijst|monitor|hoe-kiest-het-systeem|vereniging|gemeente)(\/|$)/;

const KEPT = 'language';
const UNTOLD = 'language-untold';

/** False where the first page is built, and in tests. */
const isBrowser = typeof document !== 'undefined';

function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in languages;
}

/** The language that was chosen on this device, also before the script was there; Dutch when none was. */
export function chosenLanguage(): Language {
  const language = kept<unknown>(KEPT, undefined) ?? (isBrowser ? languageInCookies(document.cookie) : undefined);
  return isLanguage(language) ? language : 'nl';
}

/** True where organisers work, who all work in Dutch. */
export function isForOrganisers(path: string): boolean {
  return ofOrganisers.test(path);
}

/** The language that a page is shown in. */
export function languageAt(path: string): Language {
  return isForOrganisers(path) ? 'nl' : chosenLanguage();
}

/** Keeps it on this device, and where the server sees it: the first page then comes in this language. */
function keepLanguage(chosen: Language): void {
  keep(KEPT, chosen);
  document.cookie = languageCookie(chosen);
}

/** Keeps a choice on this device. The profile is told as soon as it is known who this is. */
export function chooseLanguage(chosen: Language): void {
  keepLanguage(chosen);
  keep(UNTOLD, true);
}

/** True when a language was chosen here that the profile has not been told yet. */
export function profileToBeTold(): boolean {
  return kept(UNTOLD, false);
}

/** What the profile says is what this device keeps. It shows from the next page on. */
export function followProfile(ofProfile: Language): void {
  keepLanguage(ofProfile);
  keep(UNTOLD, undefined);
}

/** Follows a link to a language, which works where no script is there to follow it. */
function followLink(): void {
  const asked = new URLSearchParams(location.search).get(languageQuery);
  if (location.pathname !== '/' || !isLanguage(asked)) return;
  chooseLanguage(asked);
  history.replaceState(null, '', '/');
}

/** Where the first page is in a language. */
export const firstPageIn = (code: Language): string => `/?${languageQuery}=${code}`;

if (isBrowser) followLink();

/** The language of this page, for as long as it is loaded. */
export const language: Language = languageAt(typeof location === 'undefined' ? '/' : location.pathname);

/** What marks words that organisers wrote, who all write Dutch; nothing where the page is in Dutch anyway. */
export const ofDutchWords: Language | undefined = language === 'nl' ? undefined : 'nl';

/** How dates, times and numbers are written on this page. */
export const { locale } = languages[language];
