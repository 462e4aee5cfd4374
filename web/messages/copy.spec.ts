import { describe, expect, it } from '@jest/globals';
import { nlOrganisers } from './nl-organisers.js';
import { nl, ofOrganisers } from './nl.js';
import { textsOf } from './texts.testing.js';

const MAX_WORDS = 15;
/** Words of offices and systems, each with a plainer one in the texts. */
const banned =
  /\b(gebruiker|registre\w+|accepteren|weigeren|urgentie|annuleren|procedure|middels|indien|teneinde|dient|ongeldig\w*|verplicht\w*|vrijwilliger worden|match\w*|account aanmaken)\b/i;

const all = textsOf({ ...nl, ...ofOrganisers, ...nlOrganisers }, 'nl');
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
