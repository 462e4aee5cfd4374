import type { Language } from '@app/contracts/http/vocabulary.js';
import type { PageFrame } from '../render-page.js';
import { en } from './en.js';
import { nl } from './nl.js';
import { tr } from './tr.js';
import { uk } from './uk.js';

/** What pages say: the same in every language. */
export type PageWords = typeof nl;

const words: Readonly<Record<Language, PageWords>> = { nl, en, uk, tr };

/** The words of a page in the language of its reader; Dutch where it exists in no other. */
export function pageWords({ language = 'nl' }: Pick<PageFrame, 'language'>): PageWords {
  return words[language];
}
