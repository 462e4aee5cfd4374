import { button, link, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { someLines } from './plain-text.js';
import { nameOr } from './request-words.js';
import type { InvitationData } from './template-data.js';

interface Wording {
  readonly subject: (sender: string) => string;
  readonly opening: readonly string[];
}

const wordings: Readonly<Record<InvitationData['segment'], Wording>> = {
  'never-asked': {
    subject: (sender) => `${sender} vraagt: begint u met iets kleins?`,
    opening: ['U zei: ik ben wel bereid. Dank u wel daarvoor.', 'Er was nog geen vraag voor u. Wilt u klein beginnen?'],
  },
  'asked-and-silent': {
    subject: (sender) => `${sender} vraagt: past iets kleins u beter?`,
    opening: [
      'Wij vroegen u al eens of u een buur wilde helpen. Het kwam toen niet uit. Dat geeft niets.',
      'Misschien past iets kleins of een ander moment u beter.',
    ],
  },
  'helped-once': {
    subject: (sender) => `${sender} bedankt u voor uw hulp`,
    opening: ['U hielp een buur. Dank u wel.', 'Vond u het fijn? Dan kunt u vaker iets kleins doen.'],
  },
  resting: {
    subject: (sender) => `${sender} schrijft: u bent altijd welkom`,
    opening: [
      'U hielp eerder buren. Dat is al even geleden. Dank u wel daarvoor.',
      'Komt het weer uit? Dan bent u welkom.',
    ],
  },
};

/** A coordinator writes to somebody willing, by name. Nothing presses: no deadline, no count, no blame. */
export function invitation(data: InvitationData): LetterDraft {
  const sender = nameOr(data.coordinatorGivenName, data.sender.organisation);
  const { subject, opening } = wordings[data.segment];
  const said: Block[] =
    data.words === '' ? [] : [{ kind: 'quote', by: `${sender} schrijft`, text: someLines(data.words) }];
  const small: Block[] =
    data.smallTasks.length === 0 ? [] : [text('U koos dit. Het kost vaak niet veel tijd:'), list(data.smallTasks)];
  return {
    subject: subject(sender),
    preview: `${sender} van ${data.sender.organisation} schrijft u over helpen in de buurt.`,
    title: subject(sender),
    blocks: [
      ...opening.map((words) => text(words)),
      ...said,
      ...small,
      button('Kijk wie hulp zoekt', data.boardUrl),
      text('Past het niet? Dan hoeft u niets te doen.'),
      person(`Liever praten? Bel ${data.sender.givenName}`, data.sender),
      link('Ik wil geen uitnodigingen meer', data.stopUrl),
    ],
    because: 'U krijgt deze mail omdat u zei: ik ben wel bereid.',
    smsUrl: data.boardUrl,
    call: data.sender,
  };
}
