import type { Translation } from '../translation.js';

export const answering: Translation['answering'] = {
  title: 'Opening hours',
  open: 'Open now',
  closed: 'Closed now',
  opens: (moment: string) => `Open again: ${moment}.`,
  days: (first: string, last: string) => `${first} to ${last}`,
  part: (from: string, until: string) => `${from} to ${until}`,
  closedOn: (days: string) => `Closed on ${days}.`,
  outside: (name: string) => `Outside these hours ${name} helps you.`,
  now: (name: string) => `For now ${name} helps you.`,
  call: (name: string) => `Call ${name}`,
};
