import type { Translation } from '../translation.js';

export const answering: Translation['answering'] = {
  title: 'Açılış saatleri',
  open: 'Şu anda açık',
  closed: 'Şu anda kapalı',
  opens: (moment: string) => `Tekrar açılış: ${moment}.`,
  days: (first: string, last: string) => `${first} – ${last}`,
  part: (from: string, until: string) => `${from} – ${until}`,
  closedOn: (days: string) => `Kapalı: ${days}.`,
  outside: (name: string) => `Bu saatlerin dışında size yardım eden: ${name}.`,
  now: (name: string) => `Şimdi size yardım eden: ${name}.`,
  call: (name: string) => `${name}: ara`,
};
