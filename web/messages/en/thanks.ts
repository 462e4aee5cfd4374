import type { Translation } from '../translation.js';

export const thanks: Translation['thanks'] = {
  title: (name) => `Do you want to write ${name} something kind?`,
  titleWithoutName: 'Do you want to write your neighbour something kind?',
  text: 'You do not have to. A few words are enough.',
  field: 'Your thank-you',
  hint: 'Only your neighbour reads this. It disappears after 30 days.',
  missing: 'Write a few words first',
  tooLong: 'Make your thank-you shorter, at most 300 characters',
  send: 'Send the thank-you',
  given: 'Your thank-you is on its way',
  receivedTitle: 'You have a thank-you',
  from: (name) => `${name} writes`,
};
