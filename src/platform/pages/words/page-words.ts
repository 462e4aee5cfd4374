import type { Language } from '@app/contracts/http/vocabulary.js';
import { en } from './en.js';
import { nl, type PageWords } from './nl.js';
import { tr } from './tr.js';
import { uk } from './uk.js';

const words: Readonly<Record<Language, PageWords>> = { nl, en, uk, tr };

/** The words of a page in the language of its reader; Dutch where it exists in no other. */
export function pageWords({ language = 'nl' }: { readonly language?: Language }): PageWords {
  return words[language];
}
