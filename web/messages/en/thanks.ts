import type { Translation } from '../translation.js';

export const thanks: Translation['thanks'] = {
  title: (name) => `Do you want to write ${name} something kind?`,
  titleWithoutName: 'Do you want to write your neighbour something kind?',
  text: 'You do not have to. A few words are enough.',
  field: 'Your thank-you',
  hint: 'This is for your neighbour. It disappears after 30 days.',
  missing: 'Write a few words first',
  tooLong: 'Make your thank-you shorter, at most 300 characters',
  send: 'Send the thank-you',
  given: 'Your thank-you is on its way',
  receivedTitle: 'You have a thank-you',
  from: (name) => `${name} writes`,
  wall: 'This may also be on the thank-you wall',
  wallHint: 'Without names. So write no name yourself. A coordinator reads it first.',
  wallStatus: {
    waiting: 'A coordinator reads your words. Then they go on the thank-you wall.',
    shown: 'Your words are on the thank-you wall.',
    refused: 'Your words are not on the thank-you wall. Your neighbour did get them.',
  },
  takeBack: 'Take my words off the wall',
  wallPage: {
    title: 'The thank-you wall',
    lead: 'What people wrote after help from a neighbour. Without names.',
    list: 'Words of thanks',
    empty: 'The wall is still empty',
    emptyText: 'After help you can write something kind. You choose whether it may be here.',
    how: 'A coordinator reads everything first. Who wrote it can always take it away.',
    ask: 'Ask for help',
    help: 'I want to help',
  },
};
