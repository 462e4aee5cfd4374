import type { WorkKind } from '@app/contracts/http/work-items.js';
import { button, link, list, text, type LetterDraft } from './letter-block.js';
import type { WorkWaitsData } from './data/to-organisers.js';

const names: Record<WorkKind, readonly [one: string, more: string]> = {
  unfilled: ['vraag zonder buur', 'vragen zonder buur'],
  review: ['nieuwe vraag om te bekijken', 'nieuwe vragen om te bekijken'],
  question: ['vraag aan het loket', 'vragen aan het loket'],
  'to-confirm': ['buur die ja zei en op antwoord wacht', 'buren die ja zeiden en op antwoord wachten'],
  'first-match': ['eerste afspraak', 'eerste afspraken'],
  accompany: ['eerste keer om mee te gaan', 'eerste keren om mee te gaan'],
  report: ['melding', 'meldingen'],
  appeal: ['bezwaar', 'bezwaren'],
  sanction: ['maatregel om naar te kijken', 'maatregelen om naar te kijken'],
  vog: ['VOG die afloopt', 'VOG’s die aflopen'],
  thanks: ['bedankje voor de muur', 'bedankjes voor de muur'],
  gathering: ['ontmoeting zonder aantal', 'ontmoetingen zonder aantal'],
  welcome: ['nieuwe buur', 'nieuwe buren'],
  running: ['vraag die loopt', 'vragen die lopen'],
};

/** To an organiser, once a day: how much waits. A mail is read by many, so it names nobody. */
export function workWaits({ counts, workUrl, stopUrl }: WorkWaitsData): LetterDraft {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const title = total === 1 ? 'Er wacht 1 ding op u' : `Er wachten ${total} dingen op u`;
  return {
    subject: title,
    preview: `${title} in de werklijst.`,
    title,
    blocks: [
      list(counts.map(({ kind, count }) => `${count} ${names[kind][count === 1 ? 0 : 1]}`)),
      button('Open de werklijst', workUrl),
      text('Weg of op vakantie? Geef dan aan wie voor u waarneemt.'),
      link('Meld u afwezig, of stop deze mail', stopUrl),
    ],
    because: 'U krijgt deze mail omdat u coördinator bent of bij het loket werkt.',
    smsUrl: workUrl,
    call: null,
  };
}
