import { describe, expect, it } from '@jest/globals';
import { flagsIn } from './flag-text.js';
import { repeatsAny } from './repeated-text.js';

/** Whoever looks at a flag sees these words, so they are the very ones: no more, no less, no spaces around. */
describe('the words a flag is about', () => {
  it.each<[string, string]>([
    ['Ik betaal u €20 voor de moeite', '€20'],
    ['Ik betaal u € 20 voor de moeite', '€ 20'],
    ['Wat kost dat, in € graag', '€'],
    ['Schrijf naar anja.de.wit@mail.voorbeeld.nl, graag', 'anja.de.wit@mail.voorbeeld.nl'],
    ['Kunt u geld lenen aan mijn zoon', 'geld'],
    ['Wilt u de tablet innemen met mij', 'tablet innemen'],
    ['Kan iemand mij in bad helpen vandaag', 'in bad helpen'],
    ['Hulp bij het wassen van mijn vrouw', 'wassen'],
    ['Bel +31 (0)6 1234 5678 na zes uur', '+31 (0)6 1234 5678'],
    ['Bel 0031 6 12345678 na zes uur', '0031 6 12345678'],
    ['Bel +31612345678 na zes uur', '+31612345678'],
    ['Nummer: nul zes 12 drie vier 56 zeven acht, dank', 'nul zes 12 drie vier 56 zeven acht'],
    ['Ik woon op de Hamersveldseweg 12 a, boven', 'Hamersveldseweg 12 a'],
    ['Ik woon op de Hamersveldseweg 12 met een hond', 'Hamersveldseweg 12'],
  ])('%s: %s', (text, words) => {
    expect(flagsIn(text).map(({ found }) => found)).toStrictEqual([words]);
  });

  it.each([
    [
      'a word that goes on after a hyphen or an apostrophe is another word',
      'Een pil-vormige doos en een cash’s hoekje',
    ],
    ['an address of mail needs letters behind its last dot', 'Kom naar zaal anja@plein.1'],
    ['words of a term that stand the other way round', 'Helpen bad in de tuin vullen'],
    ['a term of which the text ends halfway', 'Wij zijn in bad'],
    ['seven figures in words are no number', 'nul een twee drie vier vijf zes'],
    ['figures in words that do not begin with a nought', 'een twee drie vier vijf zes zeven acht negen'],
    ['letters and figures together are no figure', 'nul zes a12 3b4 drie vier 5c6 zeven acht'],
  ])('leaves alone: %s', (_why, text) => {
    expect(flagsIn(text)).toStrictEqual([]);
  });

  it('takes eight figures in words for a number', () => {
    expect(flagsIn('nul een twee drie vier vijf zes zeven').map(({ kind }) => kind)).toStrictEqual(['phone-number']);
  });

  it('looks for what is washed near the word, not in the whole text', () => {
    const far = 'De auto staat voor de deur en daar mag u gerust naast parkeren. Hulp bij wassen graag.';
    expect(flagsIn(far).map(({ found }) => found)).toStrictEqual(['wassen']);
    expect(flagsIn('Wassen van de auto')).toStrictEqual([]);
    expect(flagsIn('De auto met mij samen wassen')).toStrictEqual([]);
    expect(flagsIn('De auto met mij hier samen wassen').map(({ found }) => found)).toStrictEqual(['wassen']);
  });
});

describe('how like a repeated text is', () => {
  it('counts from thirty letters on', () => {
    const thirty = 'abcdefghij klmnopqrst uvwxyzab';
    expect(thirty).toHaveLength(30);
    expect(repeatsAny(thirty, [thirty])).toBe(true);
    expect(repeatsAny(thirty.slice(1), [thirty.slice(1)])).toBe(false);
  });

  it('counts from four fifths of the triples on', () => {
    // 40 different triples of which 32 are shared, and none besides: exactly .8.
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789éèàüöñ';
    expect(letters).toHaveLength(42);
    expect(repeatsAny(letters, [letters.slice(0, 34)])).toBe(true);
    expect(repeatsAny(letters, [letters.slice(0, 33)])).toBe(false);
  });

  it('does not mind what stands between the words, nor around them', () => {
    const text = 'Wie wil met Boef naar het bos en weer terug';
    expect(repeatsAny(`  ${text.replaceAll(' ', ', - ')}!! `, [text])).toBe(true);
    expect(repeatsAny('!!! ... ??? --- *** ,,, ;;; ::: ((( )))', [text])).toBe(false);
  });

  it('is not like a text of which nothing is left', () => {
    expect(repeatsAny('Wie wil met Boef naar het bos en weer terug', ['', '?', 'ja'])).toBe(false);
  });
});
