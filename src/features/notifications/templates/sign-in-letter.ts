import { text, type LetterDraft } from './letter-block.js';
import type { SignInCodeData } from './data/to-members.js';
import { wordsIn } from './words/letter-words.js';

/** A code, and nothing to click: who never clicks on a link in such a mail cannot be led astray by a false one. */
export function signInCode({ code, minutes, confirmsRequest, language }: SignInCodeData): LetterDraft {
  const { code: say, because } = wordsIn(language);
  return {
    subject: say.subject(code),
    preview: say.preview(code, minutes),
    title: confirmsRequest ? say.confirm : say.signIn,
    blocks: [
      text(say.fill),
      { kind: 'code', code },
      text(say.works(minutes)),
      ...(confirmsRequest ? [text(say.next)] : []),
      text(say.nobody),
      text(say.notYou),
    ],
    because: because.typed,
    smsUrl: null,
    call: null,
  };
}
