import type { AskerHasHelperData } from './data/to-askers.js';
import { button, link, text, type LetterDraft } from './letter-block.js';
import { aboutText, factRows, nameOr } from './request-words.js';
import { oneLine } from './plain-text.js';
import { wordsIn } from './words/letter-words.js';

const because = 'U krijgt deze mail omdat u deze vraag aannam.';
const nameOf = (caller: string): string => oneLine(caller) || 'de beller';

/**
 * A letter to the organiser who took a request down at the telephone, instead of to the caller, who has no e-mail: it
 * says first whose request it is, because the same person may have taken several that day.
 */
export function forOrganiser(draft: LetterDraft, caller: string): LetterDraft {
  const whose = `Vraag van ${nameOf(caller)}`;
  return {
    ...draft,
    subject: `${whose}: ${draft.subject}`,
    preview: `${whose}: ${draft.preview}`,
    blocks: [
      text(`Dit gaat over de vraag van ${nameOf(caller)}. U nam die vraag aan, daarom hoort u het.`),
      ...draft.blocks,
    ],
    because,
  };
}

/** A neighbour said yes to a caller: whoever took the request rings, and only then says that it is good. */
export function callerHasHelper(data: AskerHasHelperData, caller: string): LetterDraft {
  const name = nameOr(data.helperGivenName, wordsIn(data.language).someone.neighbour);
  const title = data.autoConfirmed ? `${name} komt helpen` : `${name} wil helpen`;
  const call = data.autoConfirmed
    ? `${name} heeft het adres. Bel ${nameOf(caller)} en zeg wie er komt.`
    : `Bel ${nameOf(caller)} en vraag of het goed is. Zeg het daarna in de werklijst. Dan krijgt ${name} het adres.`;
  return {
    subject: `${title}: ${aboutText(data)}`,
    preview: `${title}. ${call}`,
    title,
    blocks: [
      text(call),
      factRows(data),
      data.autoConfirmed ? link('Bekijk de vraag', data.requestUrl) : button('Open de vraag', data.requestUrl),
    ],
    because,
    smsUrl: data.requestUrl,
    call: null,
  };
}
