import { button, text, type LetterDraft } from './letter-block.js';
import type { RoleGivenData } from './data/to-organisers.js';

const roles: Record<RoleGivenData['role'], string> = {
  coordinator: 'coördinator',
  desk: 'medewerker van het loket',
  monitor: 'medewerker die de deelname volgt',
  administrator: 'beheerder',
};

/** Somebody was given a role: what it is and where to begin. */
export function roleGiven({ role, organisation, signInUrl }: RoleGivenData): LetterDraft {
  const what = `${roles[role]} bij ${organisation}`;
  return {
    subject: `U bent nu ${what}`,
    preview: `U bent nu ${what}. Log in om te beginnen.`,
    title: `U bent nu ${what}`,
    blocks: [
      text('Iemand van deze organisatie heeft u toegevoegd.'),
      text('Log in met dit e-mailadres. U krijgt dan een code per mail.'),
      button('Log in', signInUrl),
      text('Kent u deze organisatie niet? Dan hoeft u niets te doen.'),
    ],
    because: 'U krijgt deze mail omdat iemand u een taak gaf.',
    smsUrl: signInUrl,
    call: null,
  };
}
