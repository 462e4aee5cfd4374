import { button, link, person, text, type LetterDraft } from './letter-block.js';
import { aboutText, nameOr } from './request-words.js';
import type { OutcomeAskedData, ThankYouData } from './template-data.js';
import { dayText } from './time-text.js';

/** The one question after the help. */
export function outcomeAsked(data: OutcomeAskedData): LetterDraft {
  const asker = data.reader === 'asker';
  const other = nameOr(data.otherGivenName, asker ? 'een buur' : 'uw buur');
  const day = dayText(data.window.until, data.now);
  return {
    subject: `Is het gelukt? ${aboutText(data)}`,
    preview: `${asker ? 'U vroeg hulp' : `U hielp ${other}`}: ${aboutText(data)}. Is het gelukt?`,
    title: 'Is het gelukt?',
    blocks: [
      text(
        asker
          ? `U vroeg hulp, ${day}: ${aboutText(data)}. Er kwam hulp van ${other}.`
          : `U zou ${other} helpen, ${day}: ${aboutText(data)}.`,
      ),
      text('Uw antwoord is 1 klik. Dat is alles.'),
      button('Zeg ja of nee', data.outcomeUrl),
      person(`Is er iets? Bel ${data.owner.givenName}`, data.owner),
    ],
    because: asker ? 'U krijgt deze mail omdat u om hulp vroeg.' : 'U krijgt deze mail omdat u een buur hielp.',
    smsUrl: data.outcomeUrl,
    call: data.owner,
  };
}

/** It worked out: no points, no ranks, a thank-you. */
export function thankYou(data: ThankYouData): LetterDraft {
  const asker = data.reader === 'asker';
  const other = nameOr(data.otherGivenName, asker ? 'uw buur' : 'Een buur');
  const title = asker ? 'Fijn dat het gelukt is' : `${other} is geholpen. Dank u wel!`;
  return {
    subject: title,
    preview: asker ? `${title}. Vragen mag altijd weer.` : `${title} Wij laten u nu even met rust.`,
    title,
    blocks: asker
      ? [
          text(`Dank dat u het ons liet weten. Wij zeggen ${other} ook dank u wel!`),
          text('Heeft u weer iets nodig? Vragen mag altijd.'),
          link('Naar Zorgzame Buurten', data.homeUrl),
        ]
      : [
          text(`U hielp met: ${aboutText(data)}. Dat scheelt een dag zorgen.`),
          text('Wij laten u nu even met rust.'),
          link('Naar Zorgzame Buurten', data.homeUrl),
        ],
    because: asker ? 'U krijgt deze mail omdat u om hulp vroeg.' : 'U krijgt deze mail omdat u een buur hielp.',
    smsUrl: null,
    call: null,
  };
}
