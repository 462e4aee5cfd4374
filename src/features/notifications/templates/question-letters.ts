import { button, person, text, type LetterDraft } from './letter-block.js';
import { oneLine } from './plain-text.js';
import type { QuestionAnsweredData, QuestionMovedData } from './template-data.js';

const because = 'U krijgt deze mail omdat u een vraag stelde aan het loket.';

/** Somebody else looks after the question from now on, and has it already. */
export function questionMoved({ ownerName, questionsUrl, desk }: QuestionMovedData): LetterDraft {
  const owner = oneLine(ownerName);
  return {
    subject: `Uw vraag is nu bij ${owner}`,
    preview: `${owner} heeft uw vraag en zoekt het antwoord.`,
    title: `Uw vraag is nu bij ${owner}`,
    blocks: [
      text(`${owner} heeft uw vraag en zoekt het antwoord. U hoeft niets te doen.`),
      button('Bekijk uw vraag', questionsUrl),
      person(`Vragen? Bel ${desk.givenName}`, desk),
    ],
    because,
    smsUrl: questionsUrl,
    call: desk,
  };
}

/** The answer itself. */
export function questionAnswered({ ownerName, answer, questionsUrl, desk }: QuestionAnsweredData): LetterDraft {
  return {
    subject: 'Antwoord op uw vraag',
    preview: 'Er is een antwoord op uw vraag aan het loket.',
    title: 'Er is een antwoord op uw vraag',
    blocks: [
      { kind: 'quote', by: oneLine(ownerName), text: answer },
      button('Bekijk uw vraag', questionsUrl),
      person(`Wilt u erover praten? Bel ${desk.givenName}`, desk),
    ],
    because,
    smsUrl: questionsUrl,
    call: desk,
  };
}
