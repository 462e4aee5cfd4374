import type { RequestStatus } from '@app/contracts/http/vocabulary.js';

/** Following with a code what was asked by telephone. */
export const follow = {
  link: 'Volg uw vraag met een code',
  title: 'Hoe staat het met uw vraag?',
  lead: 'U belde ons en kreeg een code. Vul die hier in.',
  code: 'Uw code',
  hint: '8 letters en cijfers. Hoofdletters en streepjes zijn niet nodig.',
  send: 'Kijk hoe het staat',
  need: 'Vul de code in',
  invalid: 'Deze code kennen wij niet. Kijk de letters na, of bel ons.',
  tries: 'Er is te vaak een verkeerde code ingevuld. Probeer het over een uur, of bel ons.',
  asked: (day: string) => `U vroeg dit op ${day}.`,
  again: 'Vul een andere code in',
  refresh: 'Kijk opnieuw',
  status: {
    unconfirmed: 'Wij hebben uw vraag',
    'in-review': 'Wij hebben uw vraag',
    open: 'Wij vragen nu buren',
    matched: 'Er is een buur die wil helpen',
    confirmed: 'Er komt een buur helpen',
    completed: 'Het is gelukt',
    'not-helped': 'Het is niet gelukt',
    cancelled: 'Deze vraag is gestopt',
    expired: 'Wij vonden geen buur',
  } satisfies Record<RequestStatus, string>,
  caller: (name: string) => `${name} weet meer. Bellen mag altijd.`,
};
