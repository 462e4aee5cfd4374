import type { Category } from '@app/contracts/http/vocabulary.js';

interface CategoryTexts {
  /** As a request on a list. */
  readonly title: string;
  /** As something one is willing to do. */
  readonly willing: string;
  /** What belongs to it, for the neighbour who said yes. */
  readonly does: readonly string[];
  /** Sentences to begin a request with. */
  readonly examples: readonly string[];
}

const names: Record<Category, CategoryTexts> = {
  'walk-dog': {
    title: 'De hond uitlaten',
    willing: 'Hond uitlaten',
    does: ['Aanbellen en de hond ophalen', 'Een rondje lopen, aan de lijn', 'De hond terugbrengen'],
    examples: ['Boef moet even naar buiten, ik kan niet weg.', 'Wie loopt een rondje met onze hond?'],
  },
  groceries: {
    title: 'Een boodschap halen',
    willing: 'Boodschap halen',
    does: ['Samen kijken wat er nodig is', 'De boodschap halen', 'De bon meegeven'],
    examples: ['Wie haalt een paar boodschappen voor mij?', 'Wilt u iets ophalen bij de apotheek?'],
  },
  coffee: {
    title: 'Koffie drinken',
    willing: 'Koffie drinken',
    does: ['Op tijd aanbellen', 'Samen iets drinken en praten', 'Zeggen wanneer u weer gaat'],
    examples: ['Wie drinkt een kop koffie met mij?', 'Een praatje zou fijn zijn.'],
  },
  'walk-together': {
    title: 'Samen een rondje lopen',
    willing: 'Samen lopen',
    does: ['Samen een rondje lopen', 'Het tempo van uw buur volgen', 'Weer meelopen naar huis'],
    examples: ['Wie loopt een rondje met mij mee?', 'Samen naar buiten, in een rustig tempo.'],
  },
  meal: {
    title: 'Een maaltijd brengen',
    willing: 'Maaltijd brengen',
    does: ['Vragen wat iemand lust', 'Een portie meer koken', 'De maaltijd langsbrengen'],
    examples: ['Wie kookt een portie voor ons mee?', 'Koken lukt vandaag niet.'],
  },
  ride: {
    title: 'Een rit met de auto',
    willing: 'Rijden met de auto',
    does: ['Uw buur thuis ophalen', 'Rustig rijden', 'Samen afspreken hoe de terugweg gaat'],
    examples: ['Wie brengt mij met de auto en weer terug?', 'Wij moeten om 10 uur ergens zijn.'],
  },
  'odd-job': {
    title: 'Een klusje in huis',
    willing: 'Klusje in huis',
    does: ['Samen kijken wat er moet gebeuren', 'Het klusje doen als u dat kunt', 'Zeggen wat niet lukt'],
    examples: ['Er moet een lamp in. Ik kan er niet bij.', 'Wie hangt een schilderij voor mij op?'],
  },
  garden: {
    title: 'Iets doen in de tuin',
    willing: 'Tuinklusje',
    does: ['Samen kijken wat er moet gebeuren', 'Een klein stuk van de tuin doen', 'Het afval bij elkaar leggen'],
    examples: ['Het gras is te hoog. Wie maait een stukje?', 'Wie veegt de bladeren weg?'],
  },
  computer: {
    title: 'Hulp met telefoon of computer',
    willing: 'Hulp met computer',
    does: ['Naast uw buur gaan zitten', 'Samen kijken, uw buur typt zelf', 'Stoppen bij bankzaken en wachtwoorden'],
    examples: ['Mijn telefoon doet het niet goed.', 'Wie helpt mij met videobellen?'],
  },
  'keep-company': {
    title: 'Even iemand erbij',
    willing: 'Gezelschap houden',
    does: ['Er gewoon zijn', 'Samen iets doen wat uw buur fijn vindt', 'De mantelzorger bellen als er iets is'],
    examples: ['Wie is er even bij mijn man? Dan kan ik weg.', 'Wie komt een uurtje bij ons zitten?'],
  },
  other: {
    title: 'Iets anders',
    willing: 'Iets anders kleins',
    does: ['Lezen wat uw buur vraagt', 'Doen wat u kunt', 'Zeggen wat niet lukt'],
    examples: ['Wie helpt mij even met iets kleins?'],
  },
};

export const categories = {
  names,
  doesNot: ['Lichamelijke zorg of medicijnen geven', 'Geld of een pinpas aannemen', 'Langer blijven dan u wilt'],
};
