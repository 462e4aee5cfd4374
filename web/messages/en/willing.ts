import type { Translation } from '../translation.js';

export const willing: Translation['willing'] = {
  title: 'I am willing to help',
  changeTitle: 'What you want to do, and when',
  lead: 'You are not tied to anything. You may always say no.',
  progress: (step) => `Step ${step} of 3`,
  next: 'Next',
  save: 'Yes, I am willing to help',
  change: 'Save',
  where: {
    title: 'Where do you live?',
    neighbourhood: 'Your neighbourhood',
    choose: 'Choose your neighbourhood',
    far: 'How far do you want to go to help?',
  },
  distances: {
    'own-neighbourhood': 'Only my own neighbourhood',
    district: 'My district',
    municipality: 'The whole municipality',
  },
  what: { title: 'What would you like to do?', hint: 'Choose what suits you. Light work comes first.' },
  when: {
    title: 'When can you help?',
    hint: 'If you choose nothing, it can be any time, except between 21:00 and 8:00.',
    week: 'On weekdays',
    weekend: 'At the weekend',
    acute: 'You may also ask me when it is urgent',
    budget: 'How many requests a week may we send you?',
  },
  done: 'Great. You are on the list',
  doneText: (budget) =>
    budget === 1
      ? 'You get at most 1 request a week. We start small.'
      : `You get at most ${budget} requests a week. We start small.`,
  saved: 'Saved.',
  toMyHelp: 'See or change what you chose',
  signIn: '1 more step: your email address',
  signInText: 'Then we can send you a request. You get an email with 6 digits.',
  errors: {
    neighbourhood: 'Choose your neighbourhood',
    categories: 'Choose at least 1 thing',
  },
};
