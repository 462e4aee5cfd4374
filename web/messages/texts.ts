import type { Language } from '@app/contracts/http/vocabulary.js';
import { language } from './language.js';
import { nl } from './nl.js';
import type { Translation } from './translation.js';

/** Every text of the app that residents read. */
export type Texts = typeof nl;

/** Each language is a file of its own, which only its readers load. It imports no code of the app: that waits for it. */
const translations: Record<Exclude<Language, 'nl'>, () => Promise<Translation>> = {
  en: async () => (await import('./en.js')).en,
  uk: async () => (await import('./uk.js')).uk,
  tr: async () => (await import('./tr.js')).tr,
};

/** Puts the translation over the Dutch texts. */
function withDutch(translation: Translation): Texts {
  const subjects = Object.entries(nl).map(([subject, texts]) => [
    subject,
    { ...texts, ...translation[subject as keyof typeof nl] },
  ]);
  return Object.fromEntries(subjects) as Texts;
}

/** The texts in the language of the reader. They stay as they are until the page is loaded anew. */
export const t: Texts = language === 'nl' ? nl : withDutch(await translations[language]());
