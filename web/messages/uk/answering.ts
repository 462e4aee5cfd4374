import type { Translation } from '../translation.js';

export const answering: Translation['answering'] = {
  title: 'Години роботи',
  open: 'Зараз відкрито',
  closed: 'Зараз зачинено',
  opens: (moment: string) => `Відкриється: ${moment}.`,
  days: (first: string, last: string) => `${first} – ${last}`,
  part: (from: string, until: string) => `з ${from} до ${until}`,
  closedOn: (days: string) => `Зачинено: ${days}.`,
  outside: (name: string) => `В інший час вам допоможе: ${name}.`,
  now: (name: string) => `Зараз вам допоможе: ${name}.`,
  call: (name: string) => `Зателефонувати: ${name}`,
};
