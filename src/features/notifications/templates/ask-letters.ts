import { categoryText } from './category-text.js';
import { button, heading, link, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import type { AskClosedData, AskData } from './template-data.js';
import { dayText, momentText, windowText } from './time-text.js';

/** One neighbour, asked by name. Says why this one, and never how many others. */
export function ask(data: AskData): LetterDraft {
  const { category, window, now, owner, reasons, answerUrl, expiresAt, pauseUrl } = data;
  const name = nameOr(data.askerGivenName, 'Een buur');
  const when = windowText(window, now).replace(', ', ' ');
  const question = categoryText[category].question;
  const said: Block[] = data.summary === null ? [] : [{ kind: 'quote', by: `${name} schrijft`, text: data.summary }];
  return {
    subject: `${name} vraagt u: wilt u ${dayText(window.until, now)} ${question}?`,
    preview: `${name} vraagt u: wilt u ${when} ${question}?`,
    title: `${name} vraagt u: wilt u ${question}?`,
    blocks: [
      factRows(data),
      ...said,
      button('Zeg ja of nee', answerUrl),
      text('U hoeft niet in te loggen. Nee zeggen mag altijd, zonder reden.'),
      text(`Antwoord graag voor ${momentText(expiresAt, now)}. Daarna vragen wij iemand anders.`),
      ...(reasons.length === 0 ? [] : [heading('Waarom vragen wij u?'), list(reasons)]),
      heading('Wat gebeurt er na uw ja?'),
      text(`${name} ziet uw voornaam en zegt of het goed is. Daarna ziet u het adres.`),
      text('Kunt u toch niet? Dat mag u laten weten.'),
      person(`Vragen? ${owner.givenName} helpt u`, owner),
      ...(pauseUrl === null ? [] : [link('Ik wil even geen vragen', pauseUrl)]),
    ],
    because: 'U krijgt deze mail omdat u zei: ik ben wel bereid.',
    smsUrl: answerUrl,
    call: owner,
  };
}

const closed: Record<AskClosedData['why'], { readonly title: string; readonly words: string }> = {
  filled: { title: 'Er is al een buur gevonden', words: 'De vraag is opgelost. Fijn dat u wilde helpen.' },
  cancelled: { title: 'De hulp is niet meer nodig', words: 'De vraag is ingetrokken. Fijn dat u wilde helpen.' },
  expired: { title: 'De tijd voor deze vraag is voorbij', words: 'Onze coördinator zoekt zelf verder.' },
};

/** To whoever was asked and did not answer: the question is gone. */
export function askClosed(data: AskClosedData): LetterDraft {
  const { title, words } = closed[data.why];
  const what = aboutText(data);
  return {
    subject: `${title}: ${what}`,
    preview: `${title}. U hoeft niets te doen.`,
    title,
    blocks: [
      text(`Wij vroegen u: ${what}, ${windowText(data.window, data.now)}.`),
      text(words),
      text('U hoeft niets te doen.'),
      link('Bekijk andere vragen', data.boardUrl),
    ],
    because: 'U krijgt deze mail omdat wij u om hulp vroegen.',
    smsUrl: null,
    call: null,
  };
}
