import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { nl } from './nl.js';
import { textsOf } from './texts.testing.js';
import { tr } from './tr.js';
import { uk } from './uk.js';

const dutch = new Map(textsOf(nl, '').map(({ where, text }) => [where, text]));
/** Names, and words that are the same in both languages. */
const sameEverywhere =
  /^(Marja|2|Marja: 2|Chrome|Edge|Firefox|Safari|Android|Linux|Mac|Windows|Zorgzame Buurten|Menu|Privacy|Start|Details|1 week|Letters|Adres)$/;
/** Two blanks and what stands between them. */
const blanksOnly = /^((Marja|2)[\s:,–-]*)+$/;

describe.each([
  ['English', en, /[a-z]/i],
  ['Ukrainian', uk, /[а-щьюяєіїґ]/i],
  ['Turkish', tr, /[a-zçğıöşü]/i],
])('the texts in %s', (_name, texts, letters) => {
  const all = textsOf(texts, '');

  it('say what the Dutch texts say, list by list', () => {
    const inDutchOnly = /^\.(reports\.list|safety\.(reveal|flags)|request\.coordinatorView|trust\.organiser)/;
    const wanted = [...dutch.keys()].filter((where) => !inDutchOnly.test(where));
    expect(new Set(all.map(({ where }) => where))).toEqual(new Set(wanted));
  });

  it('are filled in', () => {
    expect(all.filter(({ text }) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
  });

  it('left nothing in Dutch', () => {
    const left = all.filter(({ where, text }) => dutch.get(where) === text && !sameEverywhere.test(text));
    expect(left.filter(({ text }) => !blanksOnly.test(text) && !text.endsWith(' - Zorgzame Buurten'))).toEqual([]);
  });

  it('are in the letters of the language', () => {
    const without = all.filter(({ text }) => !letters.test(text));
    const names = / - Zorgzame Buurten$|\.ics$/;
    const words = without.filter(({ text }) => !blanksOnly.test(text) && !names.test(text));
    expect(words.filter(({ where, text }) => dutch.get(where) !== text)).toEqual([]);
  });
});

it.each(Object.entries({ nl, en, uk, tr }))(
  'the whole municipality has words in %s while its name is not known',
  (_code, { board }) => {
    for (const text of [board.everywhere(), board.wholeArea()]) expect(text).toMatch(/^[^\s:]+( [^\s:]+)*$/);
    expect([board.everywhere(), board.wholeArea()].join()).not.toContain('undefined');
  },
);

it('puts the Ukrainian word for a number in its form', () => {
  expect([1, 2, 5, 11, 21, 22, 25].map((count) => uk.ask.long.helper(count))).toEqual([
    '1 сусід',
    '2 сусіди',
    '5 сусідів',
    '11 сусідів',
    '21 сусід',
    '22 сусіди',
    '25 сусідів',
  ]);
});
