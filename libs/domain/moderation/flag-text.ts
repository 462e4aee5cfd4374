import { figureWords, shortWords, streetEnds, washedThings, wordLists } from './word-lists.js';

export const flagKinds = [
  'money',
  'medication',
  'bodily-care',
  'diagnosis',
  'phone-number',
  'email-address',
  'address',
  'repeated',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Something in a text that a person should look at. A flag explains; it decides nothing. */
export interface Flag {
  readonly kind: FlagKind;
  /** The words it is about, as they were written; empty for a repeated text. */
  readonly found: string;
}

type ListKind = keyof typeof wordLists;

interface Token {
  /** Lower case, without accents. */
  readonly plain: string;
  readonly from: number;
  readonly until: number;
}

/** Everything in a text that is worth a look, each kind once, in the order of `flagKinds`. */
export function flagsIn(text: string): Flag[] {
  const tokens = tokensOf(text);
  const found: Partial<Record<FlagKind, string | undefined>> = {
    'phone-number': phoneIn(text) ?? spelledPhoneIn(text, tokens),
    'email-address': /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i.exec(text)?.[0],
    address: postcodeIn(text) ?? streetIn(text),
  };
  for (const kind of Object.keys(wordLists) as ListKind[]) found[kind] = termIn(text, tokens, wordLists[kind]);
  found['bodily-care'] ??= washedPersonIn(text, tokens);
  if (found.money === undefined) found.money = /€\s?\d*/.exec(text)?.[0].trim();
  return flagKinds.flatMap((kind) => {
    const words = found[kind];
    return words === undefined ? [] : [{ kind, found: words }];
  });
}

function plainOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu)].map((match) => ({
    plain: plainOf(match[0]),
    from: match.index,
    until: match.index + match[0].length,
  }));
}

/** The first term of a list that stands in the text. */
function termIn(text: string, tokens: readonly Token[], terms: readonly string[]): string | undefined {
  for (const term of terms) {
    const words = term.split(' ');
    const at = tokens.findIndex((_token, index) =>
      words.every((word, offset) => fits(tokens[index + offset]?.plain, word)),
    );
    const first = tokens[at];
    const last = tokens[at + words.length - 1];
    if (first && last) return text.slice(first.from, last.until);
  }
  return undefined;
}

function fits(plain: string | undefined, word: string): boolean {
  if (plain === undefined) return false;
  return word.endsWith('*') ? plain.startsWith(word.slice(0, -1)) : plain === word;
}

/** "Helpen met wassen" is about a body; "de auto wassen" is not. */
function washedPersonIn(text: string, tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(({ plain }) => plain === 'wassen');
  const token = tokens[at];
  if (!token) return undefined;
  const near = tokens.slice(Math.max(0, at - 4), at + 4);
  return near.some(({ plain }) => washedThings.includes(plain)) ? undefined : text.slice(token.from, token.until);
}

/** A Dutch number of ten figures, or the same from abroad, however it is broken up. */
function phoneIn(text: string): string | undefined {
  return /(?<![\d.,])(?:(?:\+|00)\s?31[\s\-.()0]*|0)[\s\-.()]*[1-9](?:[\s\-.()]*\d){8}(?!\d)/.exec(text)?.[0].trim();
}

/** The same in words: at least eight figures in a row, of which some are written out. */
function spelledPhoneIn(text: string, tokens: readonly Token[]): string | undefined {
  for (let start = 0; start < tokens.length; start += 1) {
    let figures = '';
    let end = start;
    for (; end < tokens.length; end += 1) {
      const { plain } = tokens[end] as Token;
      const figure = figureWords[plain] ?? (/^\d+$/.test(plain) ? plain : undefined);
      if (figure === undefined) break;
      figures += figure;
    }
    const first = tokens[start];
    const last = tokens[end - 1];
    if (first && last && figures.startsWith('0') && figures.length >= 8) return text.slice(first.from, last.until);
  }
  return undefined;
}

function postcodeIn(text: string): string | undefined {
  for (const match of text.matchAll(/(?<!\d)[1-9]\d{3}\s?([a-z]{2})(?![\p{L}\d])/giu)) {
    if (!shortWords.has((match[1] ?? '').toLowerCase())) return match[0];
  }
  return undefined;
}

/** The name of a street with a number behind it. */
function streetIn(text: string): string | undefined {
  const street = new RegExp(
    String.raw`(?<!\p{L})\p{L}[\p{L}\-]*(?:${streetEnds.join('|')})\s+\d{1,4}(?!\d)\s?[a-z]?(?!\p{L})`,
    'iu',
  );
  return street.exec(text)?.[0].trim();
}
