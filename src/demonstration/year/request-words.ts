import type { Category } from '@app/contracts/http/vocabulary.js';

/** What somebody may have written with a request, in a made-up town: a few sentences of each kind, used in turn. */
const sentences: Readonly<Record<Category, readonly [string, ...string[]]>> = {
  'walk-dog': [
    'Wie loopt een rondje met onze hond? Hij is oud en rustig.',
    'Ik kan vandaag niet weg. Wie laat Bobbie even uit?',
  ],
  groceries: ['Wie haalt voor mij een tas boodschappen?', 'Ik heb brood, melk en fruit nodig. Het is één tas.'],
  coffee: [
    'Wie komt een kop koffie drinken? Ik vind het gezellig.',
    'Mijn moeder is veel alleen. Wie komt eens langs?',
  ],
  'walk-together': ['Wie loopt een stukje met mij mee?', 'Een rondje door het park, met mijn rollator.'],
  meal: ['Wie brengt vandaag een warme maaltijd?', 'Wie kookt er een portie extra?'],
  ride: ['Wie rijdt mij naar de tandarts en terug?', 'Ik moet naar het ziekenhuis. Wie brengt ons?'],
  'odd-job': ['De lamp in de gang doet het niet meer.', 'Wie hangt een plankje voor mij op?'],
  garden: ['Wie helpt een uurtje in de tuin?', 'De heg is te hoog voor mij geworden.'],
  computer: ['Mijn tablet doet het niet goed. Wie kijkt ernaar?', 'Wie helpt mij met videobellen?'],
  'keep-company': ['Wie blijft even bij mijn man, dan kan ik naar buiten?', 'Wie leest mijn vader de krant voor?'],
  other: ['Ik zoek even een paar handen extra.', 'Wie helpt mij met een kleine klus?'],
};

export function sentenceOf(category: Category, number: number): string {
  const [first, ...others] = sentences[category];
  return [first, ...others][number % (others.length + 1)] ?? first;
}
