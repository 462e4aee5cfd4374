import { button, text, type LetterDraft } from './letter-block.js';
import type { InactivityNoticeData } from './data/to-members.js';
import { wordsIn } from './words/letter-words.js';

/** A year of silence: the account goes, unless the reader wants to keep it. */
export function inactivityNotice({ signInUrl, language }: InactivityNoticeData): LetterDraft {
  const { inactive: say, because } = wordsIn(language);
  return {
    subject: say.title,
    preview: say.preview,
    title: say.title,
    blocks: [text(say.away), text(say.erase), text(say.stay), button(say.signIn, signInUrl), text(say.leave)],
    because: because.account,
    smsUrl: signInUrl,
    call: null,
  };
}
