import { categories, type Category } from '@app/contracts/http/vocabulary.js';

/** A kind of help as something one is willing to do, in Dutch: "U koos 'hond uitlaten'". */
export const categoryNames: Record<Category, string> = {
  'walk-dog': 'Hond uitlaten',
  groceries: 'Boodschap halen',
  coffee: 'Koffie drinken',
  'walk-together': 'Samen lopen',
  meal: 'Maaltijd brengen',
  ride: 'Rijden met de auto',
  'odd-job': 'Klusje in huis',
  garden: 'Tuinklusje',
  computer: 'Hulp met computer',
  'keep-company': 'Gezelschap houden',
  other: 'Iets anders kleins',
};

/** A kind of help as it is asked for. */
const titles: Record<Category, string> = {
  'walk-dog': 'De hond uitlaten',
  groceries: 'Een boodschap halen',
  coffee: 'Koffie drinken',
  'walk-together': 'Samen een rondje lopen',
  meal: 'Een maaltijd brengen',
  ride: 'Een rit met de auto',
  'odd-job': 'Een klusje in huis',
  garden: 'Iets doen in de tuin',
  computer: 'Hulp met telefoon of computer',
  'keep-company': 'Even iemand erbij',
  other: 'Iets anders',
};

/** How long a kind of help usually takes, for who does not say: a first ask is small. */
export const usualMinutes: Record<Category, number> = {
  'walk-dog': 20,
  groceries: 30,
  coffee: 60,
  'walk-together': 45,
  meal: 45,
  ride: 90,
  'odd-job': 30,
  garden: 60,
  computer: 45,
  'keep-company': 60,
  other: 30,
};

/** Every kind of help, light things first. */
export const kindsOfHelp = categories.map((code) => ({ code, name: titles[code], usualMinutes: usualMinutes[code] }));
