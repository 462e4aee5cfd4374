import { text, type LetterDraft } from './letter-block.js';
import type { SignInCodeData } from './template-data.js';

/** A code, and nothing to click: who never clicks on a link in such a mail cannot be led astray by a false one. */
export function signInCode({ code, minutes, confirmsRequest }: SignInCodeData): LetterDraft {
  return {
    subject: `${code} is uw code voor Zorgzame Buurten`,
    preview: `Uw code is ${code}. De code werkt ${String(minutes)} minuten.`,
    title: confirmsRequest ? 'Bevestig uw vraag met deze code' : 'Uw code om in te loggen',
    blocks: [
      text('Vul deze code in op de pagina die u open heeft:'),
      { kind: 'code', code },
      text(`De code werkt ${String(minutes)} minuten en 1 keer.`),
      ...(confirmsRequest ? [text('Daarna gaat uw vraag naar de buren.')] : []),
      text('Geef deze code aan niemand. Wij vragen er nooit om aan de telefoon.'),
      text('Heeft u geen code gevraagd? Dan hoeft u niets te doen.'),
    ],
    because: 'U krijgt deze mail omdat iemand dit adres invulde.',
    smsUrl: null,
    call: null,
  };
}
