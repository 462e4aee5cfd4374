import type { Language } from '@app/contracts/http/vocabulary.js';
import type { ReasonCode } from '@app/domain/matching/index.js';

/** Why somebody is asked, for readers of another language than Dutch. */
export const reasonWords: Readonly<Record<Exclude<Language, 'nl'>, Readonly<Record<ReasonCode, string>>>> = {
  en: {
    'helped-before': 'This neighbour asks you again: you helped before.',
    'other-cannot': 'Another neighbour cannot come after all.',
    'same-neighbourhood': 'You live in the neighbourhood.',
    'same-district': 'You live in the same district.',
    'chose-category': 'You chose this kind of help.',
    'available-then': 'You said that you can help then.',
    'never-asked': 'You have not been asked before.',
    'first-this-week': 'This is your first request of this week.',
  },
  uk: {
    'helped-before': 'Цей сусід просить вас знову: ви вже допомагали.',
    'other-cannot': 'Інший сусід усе-таки не може прийти.',
    'same-neighbourhood': 'Ви живете в цьому районі.',
    'same-district': 'Ви живете в цій частині міста.',
    'chose-category': 'Ви обрали цей вид допомоги.',
    'available-then': 'Ви сказали, що можете в цей час.',
    'never-asked': 'Вас ще не просили.',
    'first-this-week': 'Це ваше перше прохання цього тижня.',
  },
  tr: {
    'helped-before': 'Bu komşu size yeniden soruyor: daha önce yardım etmiştiniz.',
    'other-cannot': 'Başka bir komşu sonuçta gelemiyor.',
    'same-neighbourhood': 'Bu mahallede oturuyorsunuz.',
    'same-district': 'Aynı semtte oturuyorsunuz.',
    'chose-category': 'Bu yardım türünü seçtiniz.',
    'available-then': 'Bu zamanda yardım edebileceğinizi söylediniz.',
    'never-asked': 'Size daha önce sorulmadı.',
    'first-this-week': 'Bu, bu haftaki ilk isteğiniz.',
  },
};
