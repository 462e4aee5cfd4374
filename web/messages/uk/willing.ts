import { countedIn } from '../plural.js';
import type { Translation } from '../translation.js';

const counted = countedIn('uk');

export const willing: Translation['willing'] = {
  title: 'Я хочу допомагати',
  changeTitle: 'Що і коли ви хочете робити',
  lead: 'Ви нічим не зв’язані. Відмовитися можна завжди.',
  progress: (step) => `Крок ${step} з 3`,
  next: 'Далі',
  save: 'Так, я хочу допомагати',
  change: 'Зберегти',
  where: {
    title: 'Де ви живете?',
    neighbourhood: 'Ваш район (buurt)',
    choose: 'Оберіть свій район',
    far: 'Як далеко ви готові допомагати?',
  },
  distances: {
    'own-neighbourhood': 'Лише мій район',
    district: 'Моя частина міста (wijk)',
    municipality: 'Уся громада',
  },
  what: { title: 'Що ви готові робити?', hint: 'Оберіть, що вам підходить. Легке стоїть угорі.' },
  when: {
    title: 'Коли ви можете?',
    hint: 'Нічого не обираєте? Тоді будь-коли, крім часу між 21:00 і 8:00.',
    week: 'У будні',
    weekend: 'У вихідні',
    acute: 'Мене можна просити й терміново',
    budget: 'Скільки прохань на тиждень можна вам надсилати?',
  },
  done: 'Чудово. Ви в списку',
  doneText: (budget) =>
    `Ви отримаєте не більше ${counted(budget, { one: 'прохання', few: 'прохань', other: 'прохань' })} на тиждень. Почнемо з малого.`,
  saved: 'Збережено.',
  toMyHelp: 'Переглянути чи змінити вибір',
  signIn: 'Ще 1 крок: ваша електронна пошта',
  signInText: 'Тоді ми зможемо надіслати вам прохання. Ви отримаєте лист із 6 цифрами.',
  errors: {
    neighbourhood: 'Оберіть свій район',
    categories: 'Оберіть хоча б 1 справу',
  },
};
