import { button, person, text, type LetterDraft } from './letter-block.js';
import { factRows, nameOr } from './request-words.js';
import type { MessageWaitingData } from './data/to-both-sides.js';
import { wordsIn } from './words/letter-words.js';

/** Somebody wrote. What they wrote stays in the app: mail is read by whoever holds the telephone. */
export function messageWaiting(data: MessageWaitingData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.message;
  const other = nameOr(data.otherGivenName, words.someone.otherWithin);
  return {
    subject: say.subject,
    preview: say.preview(other),
    title: say.title(other),
    blocks: [
      text(say.where),
      button(say.read, data.conversationUrl),
      ...(data.replyTo === null ? [] : [text(say.reply(other))]),
      factRows(data),
      person(say.wrong(data.owner.givenName), data.owner),
    ],
    because: words.because.agreement,
    smsUrl: data.conversationUrl,
    call: data.owner,
    replyTo: data.replyTo,
  };
}
