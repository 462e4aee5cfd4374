import { useState } from 'preact/hooks';
import { forgetWords, keepWords, keptWords } from './kept-words.js';
import { me } from './session.js';

/** Of nobody nothing is kept; only who is signed in writes what has to outlive a page. */
const writer = (): string | undefined => me.peek()?.id;

/** What the reader wrote under this key and did not send yet. */
export function writtenUnder(key: string): string {
  const personId = writer();
  return personId === undefined ? '' : keptWords(personId, key);
}

export function forgetWritten(key: string): void {
  const personId = writer();
  if (personId !== undefined) forgetWords(personId, key);
}

/**
 * Words that somebody is writing. They outlive a list that is read again, an item that somebody else finished, and a page
 * that is loaded anew in the same tab.
 */
export function useWritten(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => writtenUnder(key));
  const write = (next: string): void => {
    const personId = writer();
    if (personId !== undefined) keepWords(personId, key, next);
    setText(next);
  };
  return [text, write];
}
