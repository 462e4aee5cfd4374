import type { Category, Language } from '@app/contracts/http/vocabulary.js';
import type { CategoryText } from './word-shapes.js';
import { en } from './en.js';
import { enCircle } from './en-circle.js';
import { enCategories } from './en-categories.js';
import { enGathering } from './en-gathering.js';
import { enOwn } from './en-own.js';
import { nl } from './nl.js';
import { nlCircle } from './nl-circle.js';
import { nlCategories } from './nl-categories.js';
import { nlGathering } from './nl-gathering.js';
import { nlOwn } from './nl-own.js';
import { tr } from './tr.js';
import { trCircle } from './tr-circle.js';
import { trCategories } from './tr-categories.js';
import { trGathering } from './tr-gathering.js';
import { trOwn } from './tr-own.js';
import { uk } from './uk.js';
import { ukCircle } from './uk-circle.js';
import { ukCategories } from './uk-categories.js';
import { ukGathering } from './uk-gathering.js';
import { ukOwn } from './uk-own.js';

/** Everything that letters to residents say. */
type LetterWords = typeof nl &
  typeof nlOwn &
  typeof nlCircle &
  typeof nlGathering & { readonly categories: Readonly<Record<Category, CategoryText>> };

const words: Readonly<Record<Language, LetterWords>> = {
  nl: { ...nl, ...nlOwn, ...nlCircle, ...nlGathering, categories: nlCategories },
  en: { ...en, ...enOwn, ...enCircle, ...enGathering, categories: enCategories },
  uk: { ...uk, ...ukOwn, ...ukCircle, ...ukGathering, categories: ukCategories },
  tr: { ...tr, ...trOwn, ...trCircle, ...trGathering, categories: trCategories },
};

/** The words of letters in the language of the reader. */
export function wordsIn(language: Language): LetterWords {
  return words[language];
}
