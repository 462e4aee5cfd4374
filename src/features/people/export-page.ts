import type { Language } from '@app/contracts/http/vocabulary.js';
import { html, type Html } from '@app/platform/pages/html.js';
import { timeZone } from '@app/platform/time/local-clock.js';
import { en } from './export-words/en.js';
import { nl, type ExportWords } from './export-words/nl.js';
import { tr } from './export-words/tr.js';
import { uk } from './export-words/uk.js';

const wordsOf: Readonly<Record<Language, ExportWords>> = { nl, en, uk, tr };
const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

interface Reading {
  readonly words: ExportWords;
  /** An instant as the clock on the wall has it. */
  readonly moment: (instant: string) => string;
}

function readingIn(language: Language): Reading {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return { words: wordsOf[language], moment: (instant) => format.format(Date.parse(instant)) };
}

/** The name of a part; what has none is shown under its own. */
function nameOf({ names }: ExportWords, key: string): string {
  return Object.hasOwn(names, key) ? names[key as keyof ExportWords['names']] : key;
}

function shown(value: unknown, reading: Reading): Html {
  const { words, moment } = reading;
  if (Array.isArray(value)) {
    if (value.length === 0) return html`${words.nothing}`;
    return html`<ul>
      ${value.map((item) => html`<li>${shown(item, reading)}</li>`)}
    </ul>`;
  }
  if (typeof value === 'object' && value !== null) {
    return html`<dl>
      ${Object.entries(value).map(
        ([name, inner]) =>
          html`<dt>${nameOf(words, name)}</dt>
            <dd>${shown(inner, reading)}</dd>`,
      )}
    </dl>`;
  }
  if (value === null || value === undefined || value === '') return html`${words.notGiven}`;
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (typeof value !== 'string') return html`${JSON.stringify(value)}`;
  return html`${instantShape.test(value) ? moment(value) : value}`;
}

/**
 * An export as a page of its own, to read, keep or print without this service, in the language of its reader.
 * @param exportedAt ISO instant
 */
export function exportPage(data: Readonly<Record<string, unknown>>, exportedAt: string, language: Language): string {
  const reading = readingIn(language);
  const { words, moment } = reading;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
      </head>
      <body style="font: 1.125rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem">
        <h1>${words.title}</h1>
        <p>${words.lead(moment(exportedAt))}</p>
        ${Object.entries(data).map(
          ([name, part]) =>
            html`<h2>${nameOf(words, name)}</h2>
              ${shown(part, reading)}`,
        )}
      </body>
    </html>`.toString();
}
