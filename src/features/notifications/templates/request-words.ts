import { categoryText } from './category-text.js';
import type { Block } from './letter-block.js';
import { capital, oneLine } from './plain-text.js';
import type { RequestFacts } from './template-data.js';
import { durationText, windowText } from './time-text.js';
import type { Instant } from '@app/domain/kernel/time.js';

/** A first name, or who it is when the name has been erased. */
export function nameOr(givenName: string | null, otherwise: string): string {
  const name = oneLine(givenName ?? '');
  return name === '' ? otherwise : name;
}

/** The kind of help in the middle of a sentence: `de hond uitlaten`. */
export function aboutText({ category }: Pick<RequestFacts, 'category'>): string {
  return categoryText[category].about;
}

/** What, when, how long and where, as rows. */
export function factRows(facts: RequestFacts & { readonly now: Instant }): Block {
  const { category, urgency, window, now, expectedMinutes, neighbourhoodName } = facts;
  return {
    kind: 'facts',
    rows: [
      ['Wat', categoryText[category].title],
      ['Wanneer', `${capital(windowText(window, now))}${urgency === 'acute' ? ' (met spoed)' : ''}`],
      ['Hoe lang', `Ongeveer ${durationText(expectedMinutes)}`],
      ['Waar', `Buurt ${oneLine(neighbourhoodName)}`],
    ],
  };
}
