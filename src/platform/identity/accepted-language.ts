import { languages, type Language } from '@app/contracts/http/vocabulary.js';

/** The first language of an `Accept-Language` header that we have; Dutch when it names none. */
export function acceptedLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase();
    const known = languages.find((language) => language === code);
    if (known !== undefined) return known;
  }
  return 'nl';
}
