import PostalMime, { type Address, type Email } from 'postal-mime';
import { ownWords } from './own-words.js';

/** A mail that came in for a conversation, as far as it matters there. */
export interface Reply {
  /** A program wrote it: an absence message, a bounce, a newsletter. It is never answered, or two programs would go on for ever. */
  readonly automatic: boolean;
  /** Of the header, in lower case; empty when it names none, or several. */
  readonly from: string;
  readonly words: string;
  readonly hasFiles: boolean;
}

const saysAutomatic: Readonly<Record<string, (value: string) => boolean>> = {
  'auto-submitted': (value) => !/^no\b/i.test(value),
  precedence: (value) => /^(?:bulk|list|junk|auto[-_]reply)\b/i.test(value),
  'x-autoreply': () => true,
  'x-autorespond': () => true,
  'x-autoresponder': () => true,
  'x-auto-reply-from': () => true,
  'list-id': () => true,
  'list-unsubscribe': () => true,
  'feedback-id': () => true,
  'return-path': (value) => value === '<>',
  'content-type': (value) => /^multipart\/report\b/i.test(value),
};
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const programs = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+.-][^@]*)?@/;

/** Whatever begins the mail that is answered, in what mail programs make. */
const quoteInHtml =
  /<blockquote\b|<div[^>]{0,200}(?:class="?[^">]{0,80}(?:gmail_quote|moz-cite-prefix|yahoo_quoted)|id="?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container))/i;

/** @throws when it is no mail that can be read */
export async function readReply(raw: Buffer): Promise<Reply> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  const from = onlyAddress(mail.from);
  const automatic =
    programs.test(from) || mail.headers.some(({ key, value }) => saysAutomatic[key]?.(value.trim()) ?? false);
  return {
    automatic,
    from,
    words: automatic ? '' : ownWords(cleaned(await textOf(mail))),
    // What a mail shows in its text, such as a logo below it, is no file that somebody sends.
    hasFiles: mail.attachments.some(({ related, disposition }) => !related && disposition !== 'inline'),
  };
}

/** Without what no message may hold and nobody typed. */
function cleaned(text: string): string {
  return text.toWellFormed().replace(controlCharacters, '');
}

function onlyAddress(from: Address | undefined): string {
  return from?.address?.trim().toLowerCase() ?? '';
}

/** The text part; of a mail in HTML alone, its words down to what is quoted. */
async function textOf({ text, html }: Email): Promise<string> {
  if (text !== undefined && text.trim() !== '') return text;
  if (html === undefined) return '';
  const begin = html.search(quoteInHtml);
  return wordsOfHtml(withoutStyles(begin < 0 ? html : html.slice(0, begin)));
}

/** Rules for the look, which the parser would take for words. Walked through once, whatever is in it. */
function withoutStyles(html: string): string {
  let kept = '';
  let from = 0;
  let inside = false;
  for (const { index, 0: tag } of html.matchAll(/<\/?style\b/gi)) {
    if (!inside) kept += html.slice(from, index);
    inside = !tag.startsWith('</');
    from = index;
  }
  return inside ? kept : kept + html.slice(from);
}

/** The parser turns HTML into text only beside a text: so it gets an empty one. */
async function wordsOfHtml(html: string): Promise<string> {
  const part = (type: string, content: string): string =>
    `--part\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`;
  const both = `Content-Type: multipart/mixed; boundary=part\r\n\r\n${part('text/plain', '')}${part(
    'text/html',
    Buffer.from(html).toString('base64'),
  )}--part--\r\n`;
  return (await PostalMime.parse(both)).text ?? '';
}

/** Header that names the mail for ever, or nothing; looked for in the headers alone, without reading the rest. */
export function messageIdOf(raw: Buffer): string | undefined {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, end < 0 ? 65_536 : Math.min(end, 65_536)).toString('latin1');
  return /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(head)?.[1];
}

/** Whether two addresses are one mailbox: capitals and what stands behind a plus do not count. */
export function sameMailbox(one: string, other: string): boolean {
  const plain = (address: string): string =>
    address
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*(?=@)/, '');
  return one !== '' && plain(one) === plain(other);
}
