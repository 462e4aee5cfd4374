const lineBreaks = /[\r\n\t\u2028\u2029\u0085]+/g;
/** Control characters, and marks that turn the direction of text and so make it read as something else. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text of people on one line, fit for a subject or in the middle of a sentence. */
export function oneLine(text: string): string {
  return text.replace(lineBreaks, ' ').replace(invisible, '').replace(/ {2,}/g, ' ').trim();
}

/** Text of people with its lines, at most a number of characters. */
export function someLines(text: string, max = 600): string {
  const clean = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(invisible, '')
    .trim();
  const characters = Array.from(clean);
  return characters.length <= max
    ? clean
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** Text that is safe between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An address that may be linked to, or `undefined`: no script, no data, no line breaks. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' || parsed.protocol === 'tel:'
    ? parsed.href
    : undefined;
}

/** The first letter as a capital, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('nl') + text.slice(1);
}
