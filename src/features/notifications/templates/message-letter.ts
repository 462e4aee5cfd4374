import { button, person, text, type LetterDraft } from './letter-block.js';
import { factRows, nameOr } from './request-words.js';
import type { MessageWaitingData } from './template-data.js';

/** Somebody wrote. What they wrote stays in the app: mail is read by whoever holds the telephone. */
export function messageWaiting(data: MessageWaitingData): LetterDraft {
  const other = nameOr(data.otherGivenName, 'de ander');
  return {
    subject: 'U heeft een nieuw bericht over uw afspraak',
    preview: `U heeft een nieuw bericht van ${other}. Lees het in Zorgzame Buurten.`,
    title: `U heeft een bericht van ${other}`,
    blocks: [
      text('Het bericht staat bij uw afspraak. Log in om het te lezen.'),
      button('Lees het bericht', data.conversationUrl),
      factRows(data),
      person(`Klopt er iets niet? Bel ${data.owner.givenName}`, data.owner),
    ],
    because: 'U krijgt deze mail omdat u een afspraak heeft met een buur.',
    smsUrl: data.conversationUrl,
    call: data.owner,
  };
}
