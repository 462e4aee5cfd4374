import type { Language } from '@app/contracts/http/vocabulary.js';
import { language } from './language.js';
import { nl, ofOrganisers } from './nl.js';
import type { Translation } from './translation.js';

/** Every text of the app. */
export type Texts = typeof nl & typeof ofOrganisers;

/** Each language is a file of its own, which only its readers load. It imports no code of the app: that waits for it. */
const translations: Record<Exclude<Language, 'nl'>, () => Promise<Translation>> = {
  en: async () => (await import('./en.js')).en,
  uk: async () => (await import('./uk.js')).uk,
  tr: async () => (await import('./tr.js')).tr,
};

/** Texts of organisers stay Dutch. */
function withDutch(translation: Translation): Texts {
  return {
    ...ofOrganisers,
    ...translation,
    reports: { ...nl.reports, ...translation.reports },
    safety: { ...nl.safety, ...translation.safety },
    request: { ...nl.request, ...translation.request },
  };
}

/** The texts in the language of the reader. They stay as they are until the page is loaded anew. */
export const t: Texts = language === 'nl' ? { ...ofOrganisers, ...nl } : withDutch(await translations[language]());
