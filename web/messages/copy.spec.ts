import { describe, expect, it } from '@jest/globals';
import { nl } from './nl.js';
import { nlOrganisers } from './nl-organisers.js';

const MAX_WORDS = 15;
/** Words of offices and systems, each with a plainer one in the texts. */
const banned =
  /\b(gebruiker|registre\w+|accepteren|weigeren|urgentie|annuleren|procedure|middels|indien|teneinde|dient|ongeldig\w*|verplicht\w*|vrijwilliger worden|match\w*|account aanmaken)\b/i;

interface Found {
  readonly where: string;
  readonly text: string;
}

/** Every text of the catalogue; texts with a blank are filled with one word or a number. */
function textsOf(value: unknown, where: string): Found[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value === 'function') {
    const fill = value as (...blanks: unknown[]) => unknown;
    const numbers = textsOf(fill(2, 2, 2), where);
    return [...numbers, ...textsOf(fill('Marja', 'Marja', 'Marja'), where)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${where}.${key}`));
}

const all = [...textsOf(nl, 'nl'), ...textsOf(nlOrganisers, 'nlOrganisers')];
const sentences = all.flatMap(({ where, text }) =>
  text.split(/(?<=[.!?:])\s+/).map((sentence) => ({ where, text: sentence })),
);

describe('the Dutch texts', () => {
  it('are there', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ text }) => text.includes('undefined'))).toEqual([]);
  });

  it(`have at most ${MAX_WORDS} words a sentence`, () => {
    expect(sentences.filter(({ text }) => text.split(/\s+/).length > MAX_WORDS)).toEqual([]);
  });

  it('use no word of an office', () => {
    expect(all.filter(({ text }) => banned.test(text))).toEqual([]);
  });

  it('raise their voice only for thanks', () => {
    expect(all.filter(({ text }) => text.includes('!') && !/(Fijn|Dank u wel)!/.test(text))).toEqual([]);
  });

  it('say "u", not "je"', () => {
    expect(all.filter(({ text }) => /\b(je|jij|jouw|jou)\b/i.test(text))).toEqual([]);
  });
});
