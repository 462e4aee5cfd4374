import type { Category } from '@app/contracts/http/vocabulary.js';

interface CategoryTexts {
  /** As a request on a list. */
  readonly title: string;
  /** As something one is willing to do. */
  readonly willing: string;
  /** What belongs to it, for the neighbour who said yes. */
  readonly does: readonly string[];
}

const names: Record<Category, CategoryTexts> = {
  'walk-dog': {
    title: 'De hond uitlaten',
    willing: 'Hond uitlaten',
    does: ['Aanbellen en de hond ophalen', 'Een rondje lopen, aan de lijn', 'De hond terugbrengen'],
  },
  groceries: {
    title: 'Een boodschap halen',
    willing: 'Boodschap halen',
    does: ['Samen kijken wat er nodig is', 'De boodschap halen', 'De bon meegeven'],
  },
  coffee: {
    title: 'Koffie drinken',
    willing: 'Koffie drinken',
    does: ['Op tijd aanbellen', 'Samen iets drinken en praten', 'Zeggen wanneer u weer gaat'],
  },
  'walk-together': {
    title: 'Samen een rondje lopen',
    willing: 'Samen lopen',
    does: ['Samen een rondje lopen', 'Het tempo van uw buur volgen', 'Weer meelopen naar huis'],
  },
  meal: {
    title: 'Een maaltijd brengen',
    willing: 'Maaltijd brengen',
    does: ['Vragen wat iemand lust', 'Een portie meer koken', 'De maaltijd langsbrengen'],
  },
  ride: {
    title: 'Een rit met de auto',
    willing: 'Rijden met de auto',
    does: ['Uw buur thuis ophalen', 'Rustig rijden', 'Samen afspreken hoe de terugweg gaat'],
  },
  'odd-job': {
    title: 'Een klusje in huis',
    willing: 'Klusje in huis',
    does: ['Samen kijken wat er moet gebeuren', 'Het klusje doen als u dat kunt', 'Zeggen wat niet lukt'],
  },
  garden: {
    title: 'Iets doen in de tuin',
    willing: 'Tuinklusje',
    does: ['Samen kijken wat er moet gebeuren', 'Een klein stuk van de tuin doen', 'Het afval bij elkaar leggen'],
  },
  computer: {
    title: 'Hulp met telefoon of computer',
    willing: 'Hulp met computer',
    does: ['Naast uw buur gaan zitten', 'Samen kijken, uw buur typt zelf', 'Stoppen bij bankzaken en wachtwoorden'],
  },
  'keep-company': {
    title: 'Even iemand erbij',
    willing: 'Gezelschap houden',
    does: ['Er gewoon zijn', 'Samen iets doen wat uw buur fijn vindt', 'De mantelzorger bellen als er iets is'],
  },
  other: {
    title: 'Iets anders',
    willing: 'Iets anders kleins',
    does: ['Lezen wat uw buur vraagt', 'Doen wat u kunt', 'Zeggen wat niet lukt'],
  },
};

export const categories = {
  names,
  doesNot: ['Lichamelijke zorg of medicijnen geven', 'Geld of een pinpas aannemen', 'Langer blijven dan u wilt'],
};
