import { categoryText } from './category-text.js';
import { button, text, type LetterDraft } from './letter-block.js';
import { factRows } from './request-words.js';
import { oneLine } from './plain-text.js';
import type { OwnerEscalatedData } from './data/to-organisers.js';
import { windowText } from './time-text.js';

/** To the coordinator or the desk. Who asks stands behind the link: a mail to an office is read by many. */
export function ownerEscalated(data: OwnerEscalatedData): LetterDraft {
  const { category, urgency, reason, level, workUrl, now, window } = data;
  const place = oneLine(data.neighbourhoodName);
  const what = categoryText[category].title;
  const why = reason === 'clock' ? 'Er heeft nog geen buur ja gezegd.' : 'Er is nu geen buur die wij mogen storen.';
  const before = level === 2 ? 'De coördinator vond ook nog niemand.' : 'Wij vragen intussen verder aan buren.';
  return {
    subject: `${urgency === 'acute' ? 'Spoed: ' : ''}vraag zonder buur, ${what} in ${place}`,
    preview: `Een vraag zonder buur: ${what} in ${place}, ${windowText(window, now)}. Bel de vrager.`,
    title: 'Deze vraag is nu van u',
    blocks: [
      text(why),
      text(before),
      factRows(data),
      text('Bel de vrager. De naam en het nummer staan in uw werklijst.'),
      button('Open de werklijst', workUrl),
    ],
    because: 'U krijgt deze mail omdat u voor deze vraag zorgt.',
    smsUrl: workUrl,
    call: null,
  };
}
