import type { AgeBand } from '@app/contracts/http/vocabulary.js';

const ages: Record<AgeBand, string> = {
  'under-18': 'Jonger dan 18 jaar',
  '18-24': '18 tot en met 24 jaar',
  '25-44': '25 tot en met 44 jaar',
  '45-64': '45 tot en met 64 jaar',
  '65-79': '65 tot en met 79 jaar',
  '80-plus': '80 jaar of ouder',
};

export const myData = {
  title: 'Mijn gegevens',
  lead: 'Dit weten wij van u. Meer niet.',
  name: 'Naam',
  email: 'E-mail',
  phone: 'Telefoon',
  age: 'Leeftijd',
  empty: 'Niet ingevuld',
  change: 'Verander',
  changeWhat: (what: string) => `Verander: ${what}`,
  nameTitle: 'Uw naam en telefoon',
  nameLead: 'Alleen mensen met wie u een afspraak heeft, zien dit.',
  ageLabel: 'Uw leeftijd (hoeft niet)',
  ageHint: 'Een grove groep is genoeg. Wij vragen nooit uw geboortedatum.',
  ages,
  ageNone: 'Dat zeg ik liever niet',
  save: 'Bewaar',
  saved: 'Opgeslagen.',
  back: 'Terug naar mijn gegevens',
  helpTitle: 'Hoe u wilt helpen',
  helpText: 'Uw buurt, wat u doet, hoe vaak, uw rust en uw pauze.',
  helpLink: 'Naar mijn hulp',
  givenNameLong: 'Maak uw voornaam korter',
  familyNameLong: 'Maak uw achternaam korter',
};
