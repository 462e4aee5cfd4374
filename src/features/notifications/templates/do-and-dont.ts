import type { Category } from '@app/contracts/http/vocabulary.js';

/** What a neighbour does for each kind of help: neighbourly, small, and no more than this. */
export const doList: Record<Category, readonly string[]> = {
  'walk-dog': ['Aanbellen en de hond ophalen', 'Een rondje lopen, aan de lijn', 'De hond terugbrengen'],
  groceries: ['Samen kijken wat er nodig is', 'De boodschap halen', 'De bon meegeven'],
  coffee: ['Op tijd aanbellen', 'Samen iets drinken en praten', 'Zeggen wanneer u weer gaat'],
  'walk-together': ['Samen een rondje lopen', 'Het tempo van uw buur volgen', 'Weer meelopen naar huis'],
  meal: ['Vragen wat iemand lust', 'Een portie meer koken', 'De maaltijd langsbrengen'],
  ride: ['Uw buur thuis ophalen', 'Rustig rijden', 'Samen afspreken hoe de terugweg gaat'],
  'odd-job': ['Samen kijken wat er moet gebeuren', 'Het klusje doen als u dat kunt', 'Zeggen wat niet lukt'],
  garden: ['Samen kijken wat er moet gebeuren', 'Een klein stuk van de tuin doen', 'Het afval bij elkaar leggen'],
  computer: ['Naast uw buur gaan zitten', 'Samen kijken, uw buur typt zelf', 'Stoppen bij bankzaken en wachtwoorden'],
  'keep-company': ['Er gewoon zijn', 'Samen iets doen wat uw buur fijn vindt', 'De mantelzorger bellen als er iets is'],
  other: ['Lezen wat uw buur vraagt', 'Doen wat u kunt', 'Zeggen wat niet lukt'],
};

/** What no neighbour needs to do, whatever the help is. */
export const dontList = [
  'Lichamelijke zorg of medicijnen geven',
  'Geld of een pinpas aannemen',
  'Langer blijven dan u wilt',
] as const;
