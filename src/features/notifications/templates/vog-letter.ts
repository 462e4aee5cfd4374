import { button, person, text, type LetterDraft } from './letter-block.js';
import { oneLine } from './plain-text.js';
import type { VogEndingData } from './data/to-members.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

/** A certificate of conduct counts for a while. Before and at its end the reader hears how to go on. */
export function vogEnding({ endsOn, isOver, organisation, trustUrl, desk, now, language }: VogEndingData): LetterDraft {
  const words = wordsIn(language);
  const say = words.vog;
  const day = timeTextIn(language).dayText(endsOn, now);
  const title = isOver ? say.over : say.soon;
  const when = isOver ? say.counted(day) : say.counts(day);
  return {
    subject: title,
    preview: say.preview(when),
    title,
    blocks: [
      text(when),
      text(`${say.goOn} ${say.onlyThen}`),
      text(say.renew(oneLine(organisation))),
      button(say.see, trustUrl),
      person(words.questionsCall(desk.givenName), desk),
    ],
    because: say.because,
    smsUrl: trustUrl,
    call: desk,
  };
}
