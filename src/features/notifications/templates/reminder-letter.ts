import { button, link, person, text, type LetterDraft } from './letter-block.js';
import { capital } from './plain-text.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import type { ReminderData } from './template-data.js';
import { dayText, windowText } from './time-text.js';

/** An agreement that is near, to either side. */
export function reminder(data: ReminderData): LetterDraft {
  const helper = data.reader === 'helper';
  const other = nameOr(data.otherGivenName, helper ? 'uw buur' : 'Een buur');
  const title = helper ? `U helpt ${other}` : `${capital(other)} komt u helpen`;
  const day = dayText(data.window.from, data.now);
  return {
    subject: `${capital(day)}: ${aboutText(data)}`,
    preview: `${title}, ${windowText(data.window, data.now)}.`,
    title: `${title}, ${day}`,
    blocks: [
      factRows(data),
      ...(helper ? [text('Het adres en het telefoonnummer staan in Zorgzame Buurten.')] : []),
      button('Bekijk de afspraak', data.agreementUrl),
      text(
        helper
          ? 'Kunt u toch niet? Zeg het nu. Wij vragen dan een andere buur.'
          : 'Komt het niet uit? Zeg het op tijd.',
      ),
      ...(data.withdrawUrl === null ? [] : [link('Ik kan toch niet', data.withdrawUrl)]),
      person(`Vragen? Bel ${data.owner.givenName}`, data.owner),
    ],
    because: helper ? 'U krijgt deze mail omdat u zei: ja, ik help.' : 'U krijgt deze mail omdat u om hulp vroeg.',
    smsUrl: data.agreementUrl,
    call: data.owner,
  };
}
