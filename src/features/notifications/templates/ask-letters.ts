import { button, heading, link, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import type { AskClosedData, AskData } from './data/to-helpers.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

/** One neighbour, asked by name. Says why this one, and never how many others. */
export function ask(data: AskData): LetterDraft {
  const { category, window, now, owner, reasons, answerUrl, expiresAt, pauseUrl, language } = data;
  const words = wordsIn(language);
  const { dayText, momentText, windowText } = timeTextIn(language);
  const name = nameOr(data.askerGivenName, words.someone.neighbour);
  const when = windowText(window, now).replace(', ', ' ');
  const { question } = words.categories[category];
  const said: Block[] = data.summary === null ? [] : [{ kind: 'quote', by: words.writes(name), text: data.summary }];
  return {
    subject: words.ask.subject(name, dayText(window.until, now), question),
    preview: words.ask.subject(name, when, question),
    title: words.ask.title(name, question),
    blocks: [
      factRows(data),
      ...said,
      button(words.yesOrNo, answerUrl),
      text(words.ask.noSignIn),
      text(words.ask.answerBy(momentText(expiresAt, now))),
      ...(reasons.length === 0 ? [] : [heading(words.ask.why), list(reasons)]),
      heading(words.ask.after),
      text(words.ask.afterText(name)),
      text(words.ask.cannot),
      person(words.questions(owner.givenName), owner),
      ...(pauseUrl === null ? [] : [link(words.ask.pause, pauseUrl)]),
    ],
    because: words.because.willing,
    smsUrl: answerUrl,
    call: owner,
  };
}

/** To whoever was asked and did not answer: the question is gone. */
export function askClosed(data: AskClosedData): LetterDraft {
  const words = wordsIn(data.language);
  const { title, words: why } = words.askClosed.why[data.why];
  const what = aboutText(data);
  return {
    subject: `${title}: ${what}`,
    preview: `${title}. ${words.nothingToDo}`,
    title,
    blocks: [
      text(words.askClosed.asked(what, timeTextIn(data.language).windowText(data.window, data.now))),
      text(why),
      text(words.nothingToDo),
      link(words.askClosed.others, data.boardUrl),
    ],
    because: words.because.asked,
    smsUrl: null,
    call: null,
  };
}
