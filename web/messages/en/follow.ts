import type { Translation } from '../translation.js';

export const follow: Translation['follow'] = {
  link: 'Follow your request with a code',
  title: 'How is your request going?',
  lead: 'You called us and got a code. Enter it here.',
  code: 'Your code',
  hint: '8 letters and digits. Capitals and dashes do not matter.',
  send: 'See how it is going',
  need: 'Enter the code',
  invalid: 'We do not know this code. Check the letters, or call us.',
  tries: 'Wrong codes were entered too often. Try again in an hour, or call us.',
  asked: (day: string) => `You asked this on ${day}.`,
  again: 'Enter another code',
  refresh: 'Look again',
  status: {
    unconfirmed: 'We have your request',
    'in-review': 'We have your request',
    open: 'We are asking neighbours now',
    matched: 'A neighbour wants to help',
    confirmed: 'A neighbour is coming to help',
    completed: 'It worked out',
    'not-helped': 'It did not work out',
    cancelled: 'This request has been stopped',
    expired: 'We found no neighbour',
  },
  caller: (name: string) => `${name} knows more. You can always call.`,
};
