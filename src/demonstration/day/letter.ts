/** A mail, as much of it as the day needs. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a mail asks of its reader. Paths lead to a page that works without signing in. */
export type Letter =
  | { readonly kind: 'code'; readonly code: string; readonly challengeId: string }
  | { readonly kind: 'ask'; readonly path: string; readonly summary: string }
  | { readonly kind: 'confirm'; readonly path: string; readonly helpRequestId: string }
  | { readonly kind: 'outcome'; readonly path: string }
  | { readonly kind: 'work'; readonly subject: string }
  | { readonly kind: 'no-neighbour' }
  | { readonly kind: 'news' };

/** Reads a mail as its reader would: by its words and its links. */
export function readLetter({ subject, text, headers }: Mail): Letter {
  const code = /^(\d{6}) is uw code/.exec(subject)?.[1];
  if (code) return { kind: 'code', code, challengeId: messageId(headers) };
  const ask = pathIn(text, 'antwoord');
  if (ask) return { kind: 'ask', path: ask, summary: quoted(text) };
  const confirm = pathIn(text, 'bevestigen');
  if (confirm) return { kind: 'confirm', path: confirm, helpRequestId: /\/vragen\/([\w-]+)/.exec(text)?.[1] ?? '' };
  const outcome = pathIn(text, 'afloop');
  if (outcome) return { kind: 'outcome', path: outcome };
  if (subject.startsWith('Wij vonden geen buur')) return { kind: 'no-neighbour' };
  return /\/werklijst\b/.test(text) ? { kind: 'work', subject } : { kind: 'news' };
}

function pathIn(text: string, page: 'antwoord' | 'bevestigen' | 'afloop'): string | undefined {
  const token = new RegExp(`https?://[^\\s/]+/${page}/([\\w-]+)`).exec(text)?.[1];
  return token && `/${page}/${token}`;
}

/** What the asker wrote, which a letter quotes. */
function quoted(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2))
    .join('\n');
}

function messageId(headers: Readonly<Record<string, string>>): string {
  return /^<?([^@>]+)/.exec(headers['message-id'] ?? '')?.[1] ?? '';
}
