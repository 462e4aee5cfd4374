import { button, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { capital, oneLine } from './plain-text.js';
import { nameOr } from './request-words.js';
import type { CircleLetterData, CircleTurn } from './data/to-members.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';
import type { CircleWords } from './words/word-shapes.js';

/** What a letter about a circle says beside its frame. */
interface Said {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
}

interface Scene {
  readonly data: CircleLetterData;
  readonly say: CircleWords['circle'];
  /** The circle in the middle of a sentence: `uw zorgkring`. */
  readonly circle: string;
  /** Whom it is about, in the middle of a sentence. */
  readonly other: string;
}

/** `dinsdag 24 november om 10:00 uur: een boodschap halen` */
function turnText({ from, category }: CircleTurn, { now, language }: CircleLetterData): string {
  return `${timeTextIn(language).dayAndClockText(from, now)}: ${wordsIn(language).categories[category].about}`;
}

function firstTurn(data: CircleLetterData): string {
  return data.turns[0] ? turnText(data.turns[0], data) : '';
}

function letter(data: CircleLetterData, write: (scene: Scene) => Said): LetterDraft {
  const words = wordsIn(data.language);
  const { circle: say, someone } = words;
  const circle =
    data.reader === 'caregiver'
      ? say.yours
      : say.of(oneLine(nameOr(data.caregiverGivenName, someone.yourNeighbourWithin)));
  const other = nameOr(data.otherGivenName, someone.neighbourWithin);
  const { subject, lines, button: press } = write({ data, say, circle, other });
  const turns: Block[] = data.turns.length === 0 ? [] : [list(data.turns.map((turn) => capital(turnText(turn, data))))];
  return {
    subject,
    preview: lines[0] ?? subject,
    title: subject,
    blocks: [
      ...lines.map(text),
      ...turns,
      button(press, data.circleUrl),
      person(words.questionsCall(data.desk.givenName), data.desk),
    ],
    because: say.because(circle),
    smsUrl: data.circleUrl,
    call: data.desk,
  };
}

/** To a caregiver: somebody wants to come in. */
export const circleJoining = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { joining }, circle, other }) => ({
    subject: joining.subject(capital(other), circle),
    lines: [joining.asks(capital(other)), joining.decide],
    button: joining.button,
  }));

/** To whoever the caregiver let in. */
export const circleJoined = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { joined }, circle }) => ({ ...joined, subject: joined.subject(circle) }));

/** To members who are asked to come instead of another. */
export const circleSwapAsked = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { swapAsked }, circle, other }) => ({
    subject: capital(swapAsked.subject(other)),
    lines: [swapAsked.cannot(capital(other), circle), swapAsked.canYou],
    button: swapAsked.button,
  }));

/** To whoever asked: another comes. */
export const circleTakenOver = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { takenOver }, other }) => ({
    subject: takenOver.subject(capital(other)),
    lines: [takenOver.line],
    button: takenOver.button,
  }));

/** To whoever held a turn that goes without them. */
export const circleLeftOut = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { leftOut }, circle }) => ({
    subject: leftOut.subject(firstTurn(data)),
    lines: [leftOut.line(circle), leftOut.thanks],
    button: leftOut.button,
  }));

/** Once a week: turns that nobody has. */
export const circleUnfilled = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { unfilled }, circle }) => ({
    subject: unfilled.subject(circle),
    lines: [unfilled.line, ...(data.reader === 'caregiver' ? [unfilled.board] : [])],
    button: unfilled.button,
  }));

/** To whoever holds a turn that is near. */
export const circleReminder = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ say: { reminder } }) => ({ ...reminder, subject: capital(firstTurn(data)) }));
