import { useState } from 'preact/hooks';

/** In memory alone, so that nothing stays when the page is left or somebody signs out. */
const words = new Map<string, string>();

/** What was written under this key and not sent yet. */
export function writtenUnder(key: string): string {
  return words.get(key) ?? '';
}

export function forgetWritten(key: string): void {
  words.delete(key);
}

/** Words that somebody is writing. They outlive a list that is read again, or an item that somebody else finished. */
export function useWritten(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => writtenUnder(key));
  const write = (next: string): void => {
    words.set(key, next);
    setText(next);
  };
  return [text, write];
}
