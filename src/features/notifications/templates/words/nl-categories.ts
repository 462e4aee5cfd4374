import type { Category } from '@app/contracts/http/vocabulary.js';
import type { CategoryText } from './word-shapes.js';

/** The kinds of help in Dutch. */
export const nlCategories: Record<Category, CategoryText> = {
  'walk-dog': {
    title: 'De hond uitlaten',
    willing: 'Hond uitlaten',
    question: 'de hond uitlaten',
    about: 'de hond uitlaten',
    does: ['Aanbellen en de hond ophalen', 'Een rondje lopen, aan de lijn', 'De hond terugbrengen'],
  },
  groceries: {
    title: 'Een boodschap halen',
    willing: 'Boodschap halen',
    question: 'een boodschap halen',
    about: 'een boodschap halen',
    does: ['Samen kijken wat er nodig is', 'De boodschap halen', 'De bon meegeven'],
  },
  coffee: {
    title: 'Koffie drinken',
    willing: 'Koffie drinken',
    question: 'koffie komen drinken',
    about: 'koffie drinken',
    does: ['Op tijd aanbellen', 'Samen iets drinken en praten', 'Zeggen wanneer u weer gaat'],
  },
  'walk-together': {
    title: 'Samen een rondje lopen',
    willing: 'Samen lopen',
    question: 'samen een rondje lopen',
    about: 'samen een rondje lopen',
    does: ['Samen een rondje lopen', 'Het tempo van uw buur volgen', 'Weer meelopen naar huis'],
  },
  meal: {
    title: 'Een maaltijd brengen',
    willing: 'Maaltijd brengen',
    question: 'een maaltijd brengen',
    about: 'een maaltijd brengen',
    does: ['Vragen wat iemand lust', 'Een portie meer koken', 'De maaltijd langsbrengen'],
  },
  ride: {
    title: 'Een rit met de auto',
    willing: 'Rijden met de auto',
    question: 'een stukje rijden met de auto',
    about: 'een rit met de auto',
    does: ['Uw buur thuis ophalen', 'Rustig rijden', 'Samen afspreken hoe de terugweg gaat'],
  },
  'odd-job': {
    title: 'Een klusje in huis',
    willing: 'Klusje in huis',
    question: 'een klusje in huis doen',
    about: 'een klusje in huis',
    does: ['Samen kijken wat er moet gebeuren', 'Het klusje doen als u dat kunt', 'Zeggen wat niet lukt'],
  },
  garden: {
    title: 'Iets doen in de tuin',
    willing: 'Tuinklusje',
    question: 'iets doen in de tuin',
    about: 'iets doen in de tuin',
    does: ['Samen kijken wat er moet gebeuren', 'Een klein stuk van de tuin doen', 'Het afval bij elkaar leggen'],
  },
  computer: {
    title: 'Hulp met telefoon of computer',
    willing: 'Hulp met computer',
    question: 'helpen met een telefoon of computer',
    about: 'hulp met telefoon of computer',
    does: ['Naast uw buur gaan zitten', 'Samen kijken, uw buur typt zelf', 'Stoppen bij bankzaken en wachtwoorden'],
  },
  'keep-company': {
    title: 'Even iemand erbij',
    willing: 'Gezelschap houden',
    question: 'even gezelschap houden',
    about: 'even iemand erbij',
    does: ['Er gewoon zijn', 'Samen iets doen wat uw buur fijn vindt', 'De mantelzorger bellen als er iets is'],
  },
  other: {
    title: 'Iets anders',
    willing: 'Iets anders kleins',
    question: 'met iets kleins helpen',
    about: 'iets kleins',
    does: ['Lezen wat uw buur vraagt', 'Doen wat u kunt', 'Zeggen wat niet lukt'],
  },
};
