import type { Translation } from '../translation.js';

export const asked: Translation['asked'] = {
  title: 'You are asked',
  empty: 'Nobody asks you anything now',
  emptyText: 'We send you a message when a neighbour needs you. You do not have to search.',
  look: 'See all requests for help',
  asks: (name, what) => `${name} asks: ${what}`,
  said: (name) => `${name} writes`,
  why: 'Why do we ask you?',
  until: (moment) => `You can answer until ${moment}. The sooner, the better.`,
  yes: 'Yes, I will help',
  no: 'No, not this time',
  free: 'You may always say no, without a reason.',
  thanksNo: 'Thank you, we ask another neighbour',
  thanksNoText: 'You do not have to do anything else.',
  other: 'I want different requests',
};
