import { button, link, person, text, type LetterDraft } from './letter-block.js';
import { aboutText, nameOr } from './request-words.js';
import type { OutcomeAskedData, ThankYouData } from './data/to-both-sides.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

/** The one question after the help. */
export function outcomeAsked(data: OutcomeAskedData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.outcome;
  const asker = data.reader === 'asker';
  const { neighbourWithin, yourNeighbourWithin } = words.someone;
  const other = nameOr(data.otherGivenName, asker ? neighbourWithin : yourNeighbourWithin);
  const day = timeTextIn(data.language).dayText(data.window.until, data.now);
  const about = aboutText(data);
  return {
    subject: `${say.title} ${about}`,
    preview: `${asker ? say.asked(about) : say.helped(other, about)} ${say.title}`,
    title: say.title,
    blocks: [
      text(asker ? say.asker(day, about, other) : say.helper(other, day, about)),
      text(say.oneClick),
      button(words.yesOrNo, data.outcomeUrl),
      person(say.wrong(data.owner.givenName), data.owner),
    ],
    because: asker ? words.because.asker : words.because.helped,
    smsUrl: data.outcomeUrl,
    call: data.owner,
  };
}

/** It worked out: no points, no ranks, a thank-you. */
export function thankYou(data: ThankYouData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.thankYou;
  const asker = data.reader === 'asker';
  const other = nameOr(data.otherGivenName, asker ? words.someone.yourNeighbourWithin : words.someone.neighbour);
  const title = asker ? say.askerTitle : say.helperTitle(other);
  return {
    subject: title,
    preview: asker ? `${title}. ${say.askAgain}` : `${title} ${say.rest}`,
    title,
    blocks: [
      ...(asker ? [text(say.told(other)), text(say.need)] : [text(say.helped(aboutText(data))), text(say.rest)]),
      link(say.home, data.homeUrl),
    ],
    because: asker ? words.because.asker : words.because.helped,
    smsUrl: null,
    call: null,
  };
}
