import type { Language } from '@app/contracts/http/vocabulary.js';
import type { Block } from './letter-block.js';
import { capital, oneLine } from './plain-text.js';
import type { RequestFacts } from './data/frame.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';
import type { Instant } from '@app/domain/kernel/time.js';

/** A first name, or who it is when the name has been erased. */
export function nameOr(givenName: string | null, otherwise: string): string {
  const name = oneLine(givenName ?? '');
  return name === '' ? otherwise : name;
}

interface Read {
  readonly language: Language;
}

/** The kind of help in the middle of a sentence: `de hond uitlaten`. */
export function aboutText({ category, language }: Pick<RequestFacts, 'category'> & Read): string {
  return wordsIn(language).categories[category].about;
}

/** What, when, how long and where, as rows. */
export function factRows(facts: RequestFacts & Read & { readonly now: Instant }): Block {
  const { category, urgency, window, now, expectedMinutes, neighbourhoodName, language } = facts;
  const { facts: labels, categories } = wordsIn(language);
  const { windowText, durationText } = timeTextIn(language);
  const urgent = urgency === 'acute' ? ` (${labels.urgent})` : '';
  return {
    kind: 'facts',
    rows: [
      [labels.what, categories[category].title],
      [labels.when, `${capital(windowText(window, now))}${urgent}`],
      [labels.long, labels.about(durationText(expectedMinutes))],
      [labels.where, labels.neighbourhood(oneLine(neighbourhoodName))],
    ],
  };
}
