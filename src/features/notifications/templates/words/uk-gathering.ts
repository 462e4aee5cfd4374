import type { GatheringWords } from './word-shapes.js';

/** Ukrainian, plain and polite. */
export const ukGathering: GatheringWords = {
  gathering: {
    because: 'Ви отримали цей лист, бо сказали, що прийдете.',
    when: 'Коли',
    where: 'Де',
    questions: (organiser) => `Маєте запитання? Телефонуйте: ${organiser}.`,
    cancelled: {
      subject: (title) => `Скасовано: ${title}`,
      line: (when) => `Ви мали прийти: ${when}. На жаль, цього разу зустрічі не буде.`,
      button: 'Переглянути інші зустрічі',
    },
    changed: {
      subject: (title) => `Змінено: ${title}`,
      line: 'Час або місце тепер інші.',
      cannot: 'Тепер не можете? Скажіть про це на сторінці.',
      button: 'Переглянути зустріч',
    },
    reminder: {
      subject: (title, when) => `${title}: ${when}`,
      line: 'Добре, що ви прийдете.',
      cannot: 'Усе ж не можете? Скажіть нам, і ваше місце отримає хтось інший.',
      button: 'Переглянути зустріч',
    },
    file: 'zustrich.ics',
  },
};
