import { describe, expect, it } from '@jest/globals';
import { longSentencesIn, longWordsIn, officeWordsIn } from '@app/contracts/plain-dutch.testing.js';
import { nlOrganisers } from './nl-organisers.js';
import { nl } from './nl.js';
import { textsOf } from './texts.testing.js';

const all = textsOf({ ...nl, ...nlOrganisers }, 'nl');

describe('the Dutch texts', () => {
  it('are there', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ text }) => text.includes('undefined'))).toEqual([]);
  });

  it('have at most 15 words a sentence', () => {
    expect(all.flatMap(({ where, text }) => longSentencesIn(text).map((sentence) => ({ where, sentence })))).toEqual(
      [],
    );
  });

  it('use no word of an office', () => {
    expect(all.flatMap(({ where, text }) => officeWordsIn(text).map((word) => ({ where, word })))).toEqual([]);
  });

  it('use no long word that was not looked at', () => {
    expect([...new Set(all.flatMap(({ text }) => longWordsIn(text)))]).toEqual([]);
  });

  it('raise their voice only for thanks', () => {
    expect(all.filter(({ text }) => text.includes('!') && !/(Fijn|Dank u wel)!/.test(text))).toEqual([]);
  });

  it('say "u", not "je"', () => {
    expect(all.filter(({ text }) => /\b(je|jij|jouw|jou)\b/i.test(text))).toEqual([]);
  });
});
