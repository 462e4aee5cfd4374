import type { LastAct } from '@app/contracts/http/last-acts.js';

const acts: Record<LastAct['act'], string> = {
  'request-approved': 'de vraag is goedgekeurd',
  'request-stopped': 'de vraag is gestopt',
  'report-decided': 'er is een besluit over de melding',
  'sanction-lifted': 'de maatregel is opgeheven',
  'appeal-decided': 'er is opnieuw gekeken naar de maatregel',
  'desk-question-offered': 'de vraag is aan een ander aangeboden',
  'desk-question-taken': 'een ander nam de vraag',
  'desk-question-left': 'de vraag bleef waar hij was',
  'desk-question-answered': 'de vraag is beantwoord',
  'looked-at': 'dit is klaar',
};

/** Of two who did the same, the second reads who was first, what was done, and that nothing of theirs is lost. */
export const tooLate = {
  acts,
  appeal: { grant: 'opgeheven', uphold: 'blijft staan' },
  title: (name: string) => `${name} was u net voor`,
  somebody: 'Iemand anders was u net voor',
  you: 'U deed dit zelf al',
  line: (when: string, what: string) => `${when}: ${what}.`,
  outcome: (what: string, outcome: string) => `${what}: ${outcome}`,
  nothing: 'Wat u net deed, is niet bewaard. U hoeft niets meer te doen.',
  call: (name: string) => `Wilt u iets anders? Bel dan ${name}.`,
  words: 'Dit had u geschreven. Het is niet verstuurd:',
  read: 'Gezien',
};
