import type { Translation } from '../translation.js';

export const thanks: Translation['thanks'] = {
  title: (name) => `Хочете написати добрі слова? Кому: ${name}`,
  titleWithoutName: 'Хочете написати сусідові добрі слова?',
  text: 'Це не обов’язково. Достатньо кількох слів.',
  field: 'Ваша подяка',
  hint: 'Це прочитає лише ваш сусід. Текст зникне через 30 днів.',
  missing: 'Спочатку напишіть кілька слів',
  tooLong: 'Скоротіть подяку, до 300 знаків',
  send: 'Надіслати подяку',
  given: 'Ваша подяка в дорозі',
  receivedTitle: 'Вам подякували',
  from: (name) => `${name} пише`,
};
