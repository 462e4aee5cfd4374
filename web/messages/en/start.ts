import type { Translation } from '../translation.js';

export const start: Translation['start'] = {
  title: 'Help from neighbour to neighbour',
  heading: 'A helping hand, from a neighbour nearby',
  lead: 'Do you care for somebody? Ask for help with something small. Or help half an hour yourself, when it suits you.',
  ratherCall: 'Rather call?',
  ask: { title: 'I ask for help', text: 'Ready in 1 minute, without an account. Also when it is urgent.' },
  help: { title: 'I am willing to help', text: 'You choose what and when. At most 2 requests a week.' },
  find: { title: 'Show me the way', text: 'Not sure where to go? A person thinks along with you.' },
  street:
    'Drawing of a street in the evening with 100 windows. In 21 windows the light is on: those people help already. In 41 windows there is a soft light: those people are willing to help.',
  figureHeading: 'Of every 100 people, 41 are willing to help',
  lit: 'already help in their neighbourhood',
  glowing: 'do not help yet, but are willing to',
  source:
    'Source: GGD (public health service), in the letter to the council of Leusden, autumn 2025. This is about neighbourhoods in general, not about your street.',
  stepsHeading: 'This is how it works',
  steps: [
    {
      title: 'You make your request',
      text: 'What, when and in which neighbourhood. Your address stays secret until you say yes to a neighbour.',
    },
    {
      title: 'We ask neighbours',
      text: 'A few neighbours at a time, only people who want to do this. They say yes or no.',
    },
    {
      title: 'Nobody found? We call you',
      text: 'Your coordinator calls and looks further with you. You always get an answer.',
    },
  ],
  callHeading: 'Rather call?',
  callText: (desk) => `${desk} writes down your request for you.`,
  callFallback: 'The help desk in your municipality',
  urgentHeading: 'Urgent or danger?',
  limits: 'Neighbours do not give bodily care or medicine and do not handle money.',
};
