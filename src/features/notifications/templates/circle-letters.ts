import { button, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { categoryText } from './category-text.js';
import { capital, oneLine } from './plain-text.js';
import { nameOr } from './request-words.js';
import type { CircleLetterData, CircleTurn } from './template-data.js';
import { clockText, dayText } from './time-text.js';

/** What a letter about a circle says beside its frame. */
interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
}

type Say = (data: CircleLetterData, circle: string, other: string) => Words;

/** `dinsdag 24 november om 10:00 uur: een boodschap halen` */
function turnText({ from, category }: CircleTurn, now: number): string {
  return `${dayText(from, now)} om ${clockText(from)}: ${categoryText[category].about}`;
}

function firstTurn({ turns, now }: CircleLetterData): string {
  return turns[0] ? turnText(turns[0], now) : '';
}

function letter(data: CircleLetterData, say: Say): LetterDraft {
  const caregiver = nameOr(data.caregiverGivenName, 'uw buur');
  const circle = data.reader === 'caregiver' ? 'uw zorgkring' : `de zorgkring van ${oneLine(caregiver)}`;
  const { subject, lines, button: press } = say(data, circle, nameOr(data.otherGivenName, 'een buur'));
  const turns: Block[] =
    data.turns.length === 0 ? [] : [list(data.turns.map((turn) => capital(turnText(turn, data.now))))];
  return {
    subject,
    preview: lines[0] ?? subject,
    title: subject,
    blocks: [
      ...lines.map(text),
      ...turns,
      button(press, data.circleUrl),
      person(`Vragen? Bel ${data.desk.givenName}`, data.desk),
    ],
    because: `U krijgt deze mail omdat u meedoet in ${circle}.`,
    smsUrl: data.circleUrl,
    call: data.desk,
  };
}

/** To a caregiver: somebody wants to come in. */
export const circleJoining = (data: CircleLetterData): LetterDraft =>
  letter(data, (_data, circle, other) => ({
    subject: `${capital(other)} wil meedoen in ${circle}`,
    lines: [`${capital(other)} vraagt of dat mag.`, 'U beslist. Tot u ja zegt, ziet deze persoon niets.'],
    button: 'Bekijk wie er wil meedoen',
  }));

/** To whoever the caregiver let in. */
export const circleJoined = (data: CircleLetterData): LetterDraft =>
  letter(data, (_data, circle) => ({
    subject: `U doet mee in ${circle}`,
    lines: ['Fijn dat u meedoet.', 'In de agenda ziet u wat er nodig is. U kiest zelf wat u doet.'],
    button: 'Bekijk de agenda',
  }));

/** To members who are asked to come instead of another. */
export const circleSwapAsked = (data: CircleLetterData): LetterDraft =>
  letter(data, (_data, circle, other) => ({
    subject: `Wilt u een keer ruilen met ${other}?`,
    lines: [`${capital(other)} kan een keer niet in ${circle}.`, 'Kunt u dan? Wie het eerst ja zegt, komt.'],
    button: 'Bekijk de vraag',
  }));

/** To whoever asked: another comes. */
export const circleTakenOver = (data: CircleLetterData): LetterDraft =>
  letter(data, (_data, _circle, other) => ({
    subject: `${capital(other)} neemt uw beurt over`,
    lines: ['U hoeft deze keer niet te komen.'],
    button: 'Bekijk de agenda',
  }));

/** To whoever held a turn that goes without them. */
export const circleLeftOut = (data: CircleLetterData): LetterDraft =>
  letter(data, (shown, circle) => ({
    subject: `Niet nodig: ${firstTurn(shown)}`,
    lines: [`U hoeft deze keer niet te komen voor ${circle}.`, 'Dank dat u klaarstond.'],
    button: 'Bekijk uw zorgkringen',
  }));

/** Once a week: turns that nobody has. */
export const circleUnfilled = (data: CircleLetterData): LetterDraft =>
  letter(data, ({ reader }, circle) => ({
    subject: `Nog open in ${circle}`,
    lines: [
      'Voor deze keren is er nog niemand:',
      ...(reader === 'caregiver' ? ['Neemt niemand het? Dan vragen wij op tijd een buur via het bord.'] : []),
    ],
    button: 'Bekijk de agenda',
  }));

/** To whoever holds a turn that is near. */
export const circleReminder = (data: CircleLetterData): LetterDraft =>
  letter(data, (shown) => ({
    subject: capital(firstTurn(shown)),
    lines: ['U zou dan komen.', 'Kunt u toch niet? Vraag iemand uit de kring, of geef uw beurt terug.'],
    button: 'Bekijk uw beurt',
  }));
