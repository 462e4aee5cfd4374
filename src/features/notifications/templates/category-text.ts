import type { Category } from '@app/contracts/http/vocabulary.js';

/** The ways to name a kind of help. */
export interface CategoryText {
  /** As a request: `De hond uitlaten`. */
  readonly title: string;
  /** As something one is willing to do: `Hond uitlaten`. */
  readonly willing: string;
  /** After "wilt u vandaag": `de hond uitlaten`. */
  readonly question: string;
  /** After "Het gaat om": `de hond uitlaten`, `koffie drinken`. */
  readonly about: string;
}

/** Names of the kinds of help, for people. */
export const categoryText: Record<Category, CategoryText> = {
  'walk-dog': {
    title: 'De hond uitlaten',
    willing: 'Hond uitlaten',
    question: 'de hond uitlaten',
    about: 'de hond uitlaten',
  },
  groceries: {
    title: 'Een boodschap halen',
    willing: 'Boodschap halen',
    question: 'een boodschap halen',
    about: 'een boodschap halen',
  },
  coffee: {
    title: 'Koffie drinken',
    willing: 'Koffie drinken',
    question: 'koffie komen drinken',
    about: 'koffie drinken',
  },
  'walk-together': {
    title: 'Samen een rondje lopen',
    willing: 'Samen lopen',
    question: 'samen een rondje lopen',
    about: 'samen een rondje lopen',
  },
  meal: {
    title: 'Een maaltijd brengen',
    willing: 'Maaltijd brengen',
    question: 'een maaltijd brengen',
    about: 'een maaltijd brengen',
  },
  ride: {
    title: 'Een rit met de auto',
    willing: 'Rijden met de auto',
    question: 'een stukje rijden met de auto',
    about: 'een rit met de auto',
  },
  'odd-job': {
    title: 'Een klusje in huis',
    willing: 'Klusje in huis',
    question: 'een klusje in huis doen',
    about: 'een klusje in huis',
  },
  garden: {
    title: 'Iets doen in de tuin',
    willing: 'Tuinklusje',
    question: 'iets doen in de tuin',
    about: 'iets doen in de tuin',
  },
  computer: {
    title: 'Hulp met telefoon of computer',
    willing: 'Hulp met computer',
    question: 'helpen met een telefoon of computer',
    about: 'hulp met telefoon of computer',
  },
  'keep-company': {
    title: 'Even iemand erbij',
    willing: 'Gezelschap houden',
    question: 'even gezelschap houden',
    about: 'even iemand erbij',
  },
  other: {
    title: 'Iets anders',
    willing: 'Iets anders kleins',
    question: 'met iets kleins helpen',
    about: 'iets kleins',
  },
};
