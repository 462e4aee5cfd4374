import { button, text, type Block, type LetterDraft } from './letter-block.js';
import { someLines } from './plain-text.js';
import { aboutText, nameOr } from './request-words.js';
import type { ThankedData } from './data/to-both-sides.js';
import { wordsIn } from './words/letter-words.js';

/** A thank-you in somebody's own words. */
export function thanked(data: ThankedData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.thanked;
  const sender = nameOr(data.senderGivenName, words.someone.yourNeighbour);
  const quote: Block = { kind: 'quote', by: words.writes(sender), text: someLines(data.words) };
  return {
    subject: say.title(sender),
    preview: say.preview(sender, aboutText(data)),
    title: say.title(sender),
    blocks: [text(say.about(aboutText(data))), quote, button(words.seeAgreement, data.agreementUrl)],
    because: words.because.thanked,
    smsUrl: data.agreementUrl,
    call: null,
  };
}
