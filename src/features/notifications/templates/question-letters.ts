import { button, person, text, type LetterDraft } from './letter-block.js';
import { oneLine } from './plain-text.js';
import type { QuestionAnsweredData, QuestionMovedData } from './data/to-members.js';
import { wordsIn } from './words/letter-words.js';

/** Somebody else looks after the question from now on, and has it already. */
export function questionMoved({ ownerName, questionsUrl, desk, language }: QuestionMovedData): LetterDraft {
  const words = wordsIn(language);
  const say = words.question;
  const owner = oneLine(ownerName);
  return {
    subject: say.moved(owner),
    preview: say.movedText(owner),
    title: say.moved(owner),
    blocks: [
      text(`${say.movedText(owner)} ${words.nothingToDo}`),
      button(say.see, questionsUrl),
      person(words.questionsCall(desk.givenName), desk),
    ],
    because: say.because,
    smsUrl: questionsUrl,
    call: desk,
  };
}

/** The answer itself. */
export function questionAnswered({
  ownerName,
  answer,
  questionsUrl,
  desk,
  language,
}: QuestionAnsweredData): LetterDraft {
  const say = wordsIn(language).question;
  return {
    subject: say.answered,
    preview: say.answeredPreview,
    title: say.answeredTitle,
    blocks: [
      { kind: 'quote', by: oneLine(ownerName), text: answer },
      button(say.see, questionsUrl),
      person(say.talk(desk.givenName), desk),
    ],
    because: say.because,
    smsUrl: questionsUrl,
    call: desk,
  };
}
