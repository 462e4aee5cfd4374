import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flagKinds, flagsIn, type FlagKind } from './flag-text.js';
import { repeatsAny } from './repeated-text.js';
import { wordLists } from './word-lists.js';

const kindsIn = (text: string): FlagKind[] => flagsIn(text).map(({ kind }) => kind);

describe('what is worth a look', () => {
  it.each<[string, FlagKind]>([
    ['Wilt u geld voor mij pinnen?', 'money'],
    ['Ik kan u € 20 geven', 'money'],
    ['Mijn pincode geef ik u dan mee', 'money'],
    ['Iemand die mijn moeder haar medicijnen geeft', 'medication'],
    ['De pillen klaarleggen voor de avond', 'medication'],
    ['Insulinespuit zetten', 'medication'],
    ['Mijn man helpen met douchen', 'bodily-care'],
    ['Hem aankleden en naar het toilet helpen', 'bodily-care'],
    ['Hulp bij het wassen van mijn vrouw', 'bodily-care'],
    ['Steunkousen aantrekken', 'bodily-care'],
    ['Mijn vader heeft dementie', 'diagnosis'],
    ['Hij is dementerend, even gezelschap houden', 'diagnosis'],
    ['Ik heb Alzhéimer', 'diagnosis'],
    ['Bel mij op 06-12345678', 'phone-number'],
    ['Bel 033 494 12 34', 'phone-number'],
    ['Bel +31 6 1234 5678', 'phone-number'],
    ['Bel nul zes een twee drie vier vijf zes zeven acht', 'phone-number'],
    ['Mail naar anja@voorbeeld.nl', 'email-address'],
    ['Ik woon op Hamersveldseweg 12a', 'address'],
    ['Mijn postcode is 3831 AB', 'address'],
    ['3831ab, tweede bel', 'address'],
  ])('%s', (text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });

  it.each([
    'Boef moet even naar buiten, een rondje door de wijk',
    'Wilt u mee de auto wassen en de ramen lappen?',
    'De was ophangen en de kleren wassen',
    'Kunt u om 14:00 uur met mij naar de markt?',
    'Een geldig vervoersbewijs heb ik zelf',
    'Een lamp ophangen in 2026 is nog lastig, ik ben 84 jaar',
    'Samen koffie drinken van 10 tot 12 op 24 november 2026',
    'Ik zoek 2 buren voor 30 minuten, een van hen met een auto',
    'Een stukje lopen langs de weg 1 keer per week',
    'Drie of vier keer de planten water geven, een keer per 2 dagen',
  ])('leaves alone: %s', (text) => {
    expect(kindsIn(text)).toStrictEqual([]);
  });

  it('says which words it is about, as they were written', () => {
    expect(flagsIn('Bel 06 12 34 56 78. Ik heb Diabetes.')).toStrictEqual([
      { kind: 'diagnosis', found: 'Diabetes' },
      { kind: 'phone-number', found: '06 12 34 56 78' },
    ]);
  });

  it('takes any text, finds each kind once, and only words that stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const flags = flagsIn(text);
        expect(new Set(flags.map(({ kind }) => kind)).size).toBe(flags.length);
        for (const { kind, found } of flags) {
          expect(flagKinds).toContain(kind);
          expect(text).toContain(found);
        }
      }),
    );
  });

  it('finds a number however it is broken up', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ' - ');
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
        fc.array(separator, { minLength: 9 }),
        (rest, between) => {
          const number = ['0', '6', ...rest.map(String)].map((figure, at) => figure + (between[at] ?? '')).join('');
          expect(kindsIn(`Bel mij: ${number.trim()} graag`)).toContain('phone-number');
        },
      ),
    );
  });

  it('has lists without accents, capitals or a word twice', () => {
    for (const terms of Object.values(wordLists)) {
      expect(new Set<string>(terms).size).toBe(terms.length);
      for (const term of terms) expect(term).toMatch(/^[a-z0-9-]+(?: [a-z]+)*\*?$/);
    }
  });

  it('takes time in proportion to the text, also for one made to hold it up', () => {
    for (const hostile of [
      '0 '.repeat(250),
      '1234 '.repeat(100),
      'a-'.repeat(250),
      '@'.repeat(500),
      'een '.repeat(125),
    ])
      expect(flagsIn(hostile).length).toBeLessThanOrEqual(2);
  });
});

describe('a repeated text', () => {
  const text = 'Wie wil op dinsdagmiddag even met Boef naar het bos en weer terug?';

  it('is found when a few letters differ, and in capitals', () => {
    expect(repeatsAny(text, ['Iets heel anders over de tuin en de heg', text.toUpperCase()])).toBe(true);
    expect(repeatsAny(`${text} Dank!`, [text])).toBe(true);
  });

  it('is not one about something else, nor a short one that many people write', () => {
    expect(repeatsAny(text, ['Wie wil op vrijdagochtend boodschappen doen bij de markt in het dorp?'])).toBe(false);
    expect(repeatsAny('Hond uitlaten', ['Hond uitlaten'])).toBe(false);
    expect(repeatsAny(text, [])).toBe(false);
  });
});
