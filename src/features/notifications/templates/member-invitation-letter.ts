import { button, text, type LetterDraft } from './letter-block.js';
import type { MemberInvitationData } from './data/to-members.js';

/** An organisation told somebody's address: whether they want to help is theirs to say. */
export function memberInvitation({ organisation, willingUrl }: MemberInvitationData): LetterDraft {
  return {
    subject: `${organisation} vraagt of u soms een buur wilt helpen`,
    preview: 'U kiest zelf wat u doet en hoe vaak. Nee is ook goed.',
    title: 'Wilt u soms een buur helpen?',
    blocks: [
      text(`${organisation} gaf ons uw e-mailadres.`),
      text('Soms heeft een buur even hulp nodig. U kiest zelf wat u doet en hoe vaak.'),
      button('Ik ben wel bereid', willingUrl),
      text('Wilt u niet? Dan hoeft u niets te doen. Wij wissen uw adres binnen 7 dagen.'),
    ],
    because: `U krijgt deze mail omdat ${organisation} u uitnodigt.`,
    smsUrl: willingUrl,
    call: null,
  };
}
