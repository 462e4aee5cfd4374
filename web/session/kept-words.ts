/** Words that somebody is writing have a name that begins with this, then who writes. */
const PREFIX = 'zb-words:';

/** What this page remembers by itself, where the tab may keep nothing. */
const remembered = new Map<string, string>();

const nameOf = (personId: string, key: string): string => `${PREFIX}${personId}:${key}`;

/** Private windows may refuse: the words then live as long as the page. */
function inTab<T>(use: (tab: Storage) => T, refused: T): T {
  try {
    return use(sessionStorage);
  } catch {
    return refused;
  }
}

/**
 * What this person wrote under this key and did not send yet. It is kept for this tab alone, which outlives a page that is
 * loaded again and nothing more.
 */
export function keptWords(personId: string, key: string): string {
  const name = nameOf(personId, key);
  return remembered.get(name) ?? inTab((tab) => tab.getItem(name), null) ?? '';
}

export function keepWords(personId: string, key: string, words: string): void {
  const name = nameOf(personId, key);
  remembered.set(name, words);
  inTab((tab) => tab.setItem(name, words), undefined);
}

export function forgetWords(personId: string, key: string): void {
  forgetNamed(nameOf(personId, key));
}

/** Forgets what everybody wrote here, but for the person who is signed in now. */
export function forgetWordsOfOthers(personId?: string): void {
  const own = personId === undefined ? undefined : nameOf(personId, '');
  const names = [...remembered.keys(), ...inTab((tab) => Object.keys(tab), [])];
  for (const name of names) {
    if (name.startsWith(PREFIX) && (own === undefined || !name.startsWith(own))) forgetNamed(name);
  }
}

function forgetNamed(name: string): void {
  remembered.delete(name);
  inTab((tab) => tab.removeItem(name), undefined);
}
