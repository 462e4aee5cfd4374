import { button, person, text, type Block, type LetterDraft } from './letter-block.js';
import type { ReplyReturnedData } from './data/to-members.js';
import { wordsIn } from './words/letter-words.js';

/** Longer than any message may be, so that nobody loses what they wrote. */
const mostQuoted = 10_000;

/** What came in by mail and did not, or not wholly, reach the other: why, the words themselves, and the way out. */
export function replyReturned({ replies, conversationUrl, desk, language }: ReplyReturnedData): LetterDraft {
  const say = wordsIn(language).reply;
  const arrived = replies.every(({ fault }) => fault === 'files-left');
  const title = arrived ? say.withoutFiles : say.notArrived;
  return {
    subject: title,
    preview: `${title}. ${say.preview}`,
    title,
    blocks: [
      ...replies.flatMap(({ fault, words }): Block[] => [
        text(say.faults[fault]),
        ...(words === null ? [] : [{ kind: 'quote' as const, by: say.wrote, text: words, most: mostQuoted }]),
      ]),
      button(say.open, conversationUrl),
      person(say.talk(desk.givenName), desk),
    ],
    because: say.because,
    smsUrl: conversationUrl,
    call: desk,
  };
}
