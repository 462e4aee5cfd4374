import type { Translation } from '../translation.js';

export const places: Translation['places'] = {
  open: 'I do not know my neighbourhood',
  intro: 'Search with your postcode. We do not keep your postcode and house number.',
  postcode: 'Postal code (postcode)',
  postcodeHint: 'For example 1234 AB',
  houseNumber: 'House number (may stay empty)',
  search: 'Find my neighbourhood',
  found: (name) => `Your neighbourhood is ${name}. We filled that in in the list.`,
  several: (names) =>
    `This postcode lies in several neighbourhoods: ${names}. Fill in your house number too, or choose yourself.`,
  elsewhere: 'This postcode lies in another municipality. Is that wrong? Then choose your neighbourhood in the list.',
  unknown: 'We do not know this postcode. Choose your neighbourhood in the list.',
  unavailable: 'Searching with a postcode does not work now. Choose your neighbourhood in the list.',
  errors: {
    postcode: 'Fill in a postcode, for example 1234 AB',
    houseNumber: 'Fill in a house number, for example 12',
  },
};
