import type { CircleWords } from './word-shapes.js';

/** Ukrainian, plain and polite. */
export const ukCircle: CircleWords = {
  circle: {
    yours: 'ваше коло допомоги',
    of: (name) => `коло допомоги (для кого: ${name})`,
    because: (circle) => `Ви отримали цей лист, бо берете участь: ${circle}.`,
    joining: {
      subject: (other, circle) => `${other} хоче приєднатися: ${circle}`,
      asks: (other) => `${other} питає, чи можна.`,
      decide: 'Вирішуєте ви. Доки ви не погодитеся, ця людина нічого не бачить.',
      button: 'Переглянути, хто хоче приєднатися',
    },
    joined: {
      subject: (circle) => `Ви берете участь: ${circle}`,
      lines: ['Добре, що ви з нами.', 'У календарі видно, що потрібно. Ви самі обираєте, що робити.'],
      button: 'Переглянути календар',
    },
    swapAsked: {
      subject: (other) => `${other} просить помінятися один раз. Можете?`,
      cannot: (other, circle) => `${other} одного разу не може прийти: ${circle}.`,
      canYou: 'А ви можете? Прийде той, хто погодиться першим.',
      button: 'Переглянути прохання',
    },
    takenOver: {
      subject: (other) => `${other} прийде замість вас`,
      line: 'Цього разу вам не треба приходити.',
      button: 'Переглянути календар',
    },
    leftOut: {
      subject: (turn) => `Не потрібно: ${turn}`,
      line: (circle) => `Цього разу вам не треба приходити: ${circle}.`,
      thanks: 'Дякуємо, що ви були готові допомогти.',
      button: 'Переглянути ваші кола допомоги',
    },
    unfilled: {
      subject: (circle) => `Ще вільно: ${circle}`,
      line: 'На ці рази ще нікого немає:',
      board: 'Ніхто не візьме? Тоді ми вчасно запитаємо сусідів через дошку.',
      button: 'Переглянути календар',
    },
    reminder: {
      lines: ['Ви мали прийти.', 'Не можете? Запитайте когось із кола або поверніть свою чергу.'],
      button: 'Переглянути вашу чергу',
    },
  },
};
