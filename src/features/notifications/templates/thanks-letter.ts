import { button, text, type Block, type LetterDraft } from './letter-block.js';
import { someLines } from './plain-text.js';
import { aboutText, nameOr } from './request-words.js';
import type { ThankedData } from './template-data.js';

/** A thank-you in somebody's own words. */
export function thanked(data: ThankedData): LetterDraft {
  const sender = nameOr(data.senderGivenName, 'Uw buur');
  const words: Block = { kind: 'quote', by: `${sender} schrijft`, text: someLines(data.words) };
  return {
    subject: `${sender} bedankt u`,
    preview: `${sender} schreef u een bedankje voor: ${aboutText(data)}.`,
    title: `${sender} bedankt u`,
    blocks: [text(`Het gaat om: ${aboutText(data)}.`), words, button('Bekijk de afspraak', data.agreementUrl)],
    because: 'U krijgt deze mail omdat een buur u bedankt.',
    smsUrl: data.agreementUrl,
    call: null,
  };
}
