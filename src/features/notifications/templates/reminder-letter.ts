import { button, link, person, text, type LetterDraft } from './letter-block.js';
import { capital } from './plain-text.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import type { ReminderData } from './data/to-both-sides.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

/** An agreement that is near, to either side. */
export function reminder(data: ReminderData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.reminder;
  const { dayText, windowText } = timeTextIn(data.language);
  const helper = data.reader === 'helper';
  const { neighbour, yourNeighbourWithin } = words.someone;
  const other = nameOr(data.otherGivenName, helper ? yourNeighbourWithin : neighbour);
  const title = helper ? words.agreement.help(other) : say.comes(capital(other));
  const day = dayText(data.window.from, data.now);
  return {
    subject: `${capital(day)}: ${aboutText(data)}`,
    preview: `${title}, ${windowText(data.window, data.now)}.`,
    title: `${title}, ${day}`,
    blocks: [
      factRows(data),
      ...(helper ? [text(words.addressInApp)] : []),
      button(words.seeAgreement, data.agreementUrl),
      text(helper ? say.cannot : say.notSuiting),
      ...(data.withdrawUrl === null ? [] : [link(say.withdraw, data.withdrawUrl)]),
      person(words.questionsCall(data.owner.givenName), data.owner),
    ],
    because: helper ? words.because.yes : words.because.asker,
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}
