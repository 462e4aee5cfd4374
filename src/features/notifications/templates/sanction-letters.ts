import { button, person, text, type Block, type LetterDraft } from './letter-block.js';
import type { AppealDecidedData, SanctionImposedData, SanctionLiftedData } from './data/to-members.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

function untilText({ kind, until, now, language }: SanctionImposedData): Block[] {
  if (kind === 'warning' || kind === 'removal') return [];
  const say = wordsIn(language).sanction;
  return [text(until === null ? say.noEnd : say.until(timeTextIn(language).dayText(until, now)))];
}

/** Somebody may not do something for a while: what, why, until when, and who looks again. */
export function sanctionImposed(data: SanctionImposedData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.sanction;
  const title = say.titles[data.kind];
  return {
    subject: title,
    preview: say.preview(title),
    title,
    blocks: [
      text(say.meanings[data.kind]),
      ...untilText(data),
      text(say.wrote),
      { kind: 'quote', by: say.coordinator, text: data.explanation },
      text(say.wrong),
      ...(data.measuresUrl === null ? [] : [button(say.appeal, data.measuresUrl)]),
      person(say.talk(data.desk.givenName), data.desk),
    ],
    because: words.because.member,
    smsUrl: data.measuresUrl,
    call: data.desk,
  };
}

/** Somebody else looked again. */
export function appealDecided(data: AppealDecidedData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.sanction;
  const title = data.granted ? say.granted : say.upheld;
  return {
    subject: say.again(title.toLocaleLowerCase(data.language)),
    preview: say.againPreview(title),
    title,
    blocks: [
      text(say.againText),
      { kind: 'quote', by: say.whoLooked, text: data.answer },
      text(data.granted ? say.backIn : say.stillQuestions),
      button(say.see, data.measuresUrl),
      person(words.questionsCall(data.desk.givenName), data.desk),
    ],
    because: words.because.appealed,
    smsUrl: data.measuresUrl,
    call: data.desk,
  };
}

/** It ends before its time. */
export function sanctionLifted(data: SanctionLiftedData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.sanction;
  return {
    subject: say.backIn.replace(/\.$/, ''),
    preview: say.liftedPreview,
    title: say.granted,
    blocks: [
      text(say.backIn),
      text(say.wrote),
      { kind: 'quote', by: say.coordinator, text: data.explanation },
      button(say.see, data.measuresUrl),
      person(words.questionsCall(data.desk.givenName), data.desk),
    ],
    because: words.because.member,
    smsUrl: data.measuresUrl,
    call: data.desk,
  };
}
