import { button, text, type LetterDraft } from './letter-block.js';
import type { InactivityNoticeData } from './template-data.js';

/** A year of silence: the account goes, unless the reader wants to keep it. */
export function inactivityNotice({ signInUrl }: InactivityNoticeData): LetterDraft {
  return {
    subject: 'Wilt u uw account houden?',
    preview: 'U was 1 jaar niet bij Zorgzame Buurten. Over 30 dagen wissen wij uw account.',
    title: 'Wilt u uw account houden?',
    blocks: [
      text('U was 1 jaar niet bij Zorgzame Buurten.'),
      text('Over 30 dagen wissen wij uw account en al uw gegevens.'),
      text('Wilt u blijven? Log dan 1 keer in. Meer hoeft niet.'),
      button('Log in', signInUrl),
      text('Wilt u niet blijven? Dan hoeft u niets te doen.'),
    ],
    because: 'U krijgt deze mail omdat u een account heeft.',
    smsUrl: signInUrl,
    call: null,
  };
}
