import { button, person, text, type LetterDraft } from './letter-block.js';
import { oneLine } from './plain-text.js';
import { dayText } from './time-text.js';
import type { VogEndingData } from './template-data.js';

/** A certificate of conduct counts for a while. Before and at its end the reader hears how to go on. */
export function vogEnding({ endsOn, isOver, organisation, trustUrl, desk, now }: VogEndingData): LetterDraft {
  const title = isOver ? 'Uw VOG telt niet meer' : 'Uw VOG telt nog kort';
  const when = isOver ? `Uw VOG telde tot ${dayText(endsOn, now)}.` : `Uw VOG telt tot ${dayText(endsOn, now)}.`;
  return {
    subject: title,
    preview: `${when} In dit bericht staat wat u kunt doen.`,
    title,
    blocks: [
      text(when),
      text('U kunt gewoon blijven helpen. Alleen bij een vraag waar een VOG voor nodig is, kan dat dan even niet.'),
      text(`Wilt u een nieuwe VOG? Laat hem zien bij ${oneLine(organisation)}. Wij bewaren alleen de datum.`),
      button('Bekijk wat wij weten', trustUrl),
      person(`Vragen? Bel ${desk.givenName}`, desk),
    ],
    because: 'U krijgt deze mail omdat u uw VOG liet zien.',
    smsUrl: trustUrl,
    call: desk,
  };
}
