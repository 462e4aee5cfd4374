import { countedIn } from '../plural.js';
import type { Translation } from '../translation.js';

const counted = countedIn('uk');

export const gatherings: Translation['gatherings'] = {
  title: 'Зустрічі',
  lead: 'Кава, спільний обід, прогулянка або розмова з іншими, хто доглядає. Можна прийти без компанії.',
  where: 'Де',
  everywhere: 'Усюди',
  list: 'Що буде',
  empty: 'Зараз нічого не заплановано',
  emptyText: 'Загляньте пізніше. Або зателефонуйте: там знають, що є.',
  emptyHere: 'Тут зараз нічого немає',
  emptyHereText: 'Подивіться також в іншому районі.',
  show: 'Переглянути',
  kinds: {
    coffee: 'Кава',
    'caregiver-cafe': 'Кафе для тих, хто доглядає',
    'young-adults': 'Для молоді',
    meal: 'Їмо разом',
    walk: 'Гуляємо разом',
    other: 'Зустріч',
  },
  forWhom: {
    everybody: 'Для всіх',
    caregivers: 'Для тих, хто про когось дбає',
    'young-adults': 'Для тих, кому від 18 до 24 років',
  },
  every: { '1': 'Щотижня', '2': 'Раз на два тижні', '4': 'Раз на 4 тижні' },
  from: (organisation) => `Від: ${organisation}`,
  when: (day, from, until) => `${day}, з ${from} до ${until}`,
  full: 'Місць немає',
  off: 'Скасовано',
  youCome: 'Ви прийдете',
  youComeWith: (others) =>
    `Ви прийдете, і з вами ще ${counted(others, { one: 'людина', few: 'людини', many: 'людей', other: 'людини' })}`,
  dates: 'Коли',
  over: 'Ця зустріч уже минула',
  overText: 'Подивіться, що ще буде.',
  come: 'Я прийду',
  howMany: 'Кого берете з собою?',
  withOthers: ['Нікого', '1 людину', '2 людей', '3 людей'],
  away: 'Я не зможу',
  said: 'Добре, що ви прийдете. Увечері напередодні ми надішлемо повідомлення.',
  taken: 'Ви не прийдете. Ми це передали.',
  undo: 'Я все ж прийду',
  who: 'Організатор бачить лише, скільки людей прийде. Без імен.',
  fullText: 'Цього разу місць уже немає. Оберіть інший раз або зателефонуйте.',
  questions: (name) => `Запитання? Телефонуйте: ${name}`,
  calendar: 'Додати до календаря',
  calendarFile: 'zustrich.ics',
  back: 'Усі зустрічі',
};
