import type { ProblemCode } from '@app/contracts/errors/problem.js';
import type { Language } from '@app/contracts/http/vocabulary.js';

/** Faults that somebody with a page open can meet, and can do something about. */
const met = [
  'invalid-input',
  'invalid-json',
  'unsupported-media-type',
  'method-not-allowed',
  'not-found',
  'already-matched',
  'not-active-any-more',
  'internal-error',
  'store-unavailable',
] as const satisfies readonly ProblemCode[];
export type KnownProblem = (typeof met)[number];

interface Said {
  readonly title: string;
  readonly text: string;
}

interface ProblemWords {
  readonly known: Readonly<Record<KnownProblem, Said>>;
  readonly other: Said;
  /** What to quote on the telephone. */
  readonly mark: string;
  readonly call: string;
}

const said = (title: string, text: string): Said => ({ title, text });

/** What the interface says to programs, said to somebody with a page open. In Dutch the interface has the titles. */
export const problemWords: Readonly<Record<Language, ProblemWords>> = {
  nl: {
    known: {
      'invalid-input': said('', 'Ga terug en kijk of alles is ingevuld.'),
      'invalid-json': said('', 'Ga terug en probeer het opnieuw.'),
      'unsupported-media-type': said('', 'Ga terug en probeer het opnieuw.'),
      'method-not-allowed': said('', 'Open de link uit uw bericht opnieuw.'),
      'not-found': said('', 'Open de link uit uw bericht opnieuw. De link moet helemaal meekomen.'),
      'already-matched': said('', 'Fijn dat u wilde helpen.'),
      'not-active-any-more': said('', 'U hoeft niets meer te doen.'),
      'internal-error': said('', 'Probeer het zo opnieuw. Lukt het niet? Bel ons en noem het kenmerk.'),
      'store-unavailable': said(
        '',
        'Probeer het over een halve minuut opnieuw. Dat kan geen kwaad, ook als het al gelukt was.',
      ),
    },
    other: said('', ''),
    mark: 'Kenmerk',
    call: 'Bel ons',
  },
  en: {
    known: {
      'invalid-input': said('Something is not right', 'Go back and see if everything is filled in.'),
      'invalid-json': said('Something is not right', 'Go back and try again.'),
      'unsupported-media-type': said('Something is not right', 'Go back and try again.'),
      'method-not-allowed': said('This does not work', 'Open the link in your message again.'),
      'not-found': said('We cannot find this', 'Open the link in your message again. It must come through whole.'),
      'already-matched': said('A neighbour has been found already', 'It is kind that you wanted to help.'),
      'not-active-any-more': said('This is over', 'You do not have to do anything else.'),
      'internal-error': said(
        'Something went wrong with us',
        'Try again in a moment. It still fails? Call us and say the mark.',
      ),
      'store-unavailable': said(
        'We cannot reach our data now',
        'Try again in half a minute. That does no harm, even if it had worked already.',
      ),
    },
    other: said('This is not possible now', 'Try again later, or call us.'),
    mark: 'Mark',
    call: 'Call us',
  },
  uk: {
    known: {
      'invalid-input': said('Щось не так', 'Поверніться й перевірте, чи все заповнено.'),
      'invalid-json': said('Щось не так', 'Поверніться й спробуйте ще раз.'),
      'unsupported-media-type': said('Щось не так', 'Поверніться й спробуйте ще раз.'),
      'method-not-allowed': said('Так не вийде', 'Відкрийте посилання з вашого повідомлення ще раз.'),
      'not-found': said(
        'Ми цього не знаходимо',
        'Відкрийте посилання з вашого повідомлення ще раз. Воно має бути повне.',
      ),
      'already-matched': said('Сусіда вже знайдено', 'Дякуємо, що хотіли допомогти.'),
      'not-active-any-more': said('Це вже завершено', 'Більше нічого робити не треба.'),
      'internal-error': said(
        'У нас щось зламалося',
        'Спробуйте трохи згодом. Не виходить? Подзвоніть нам і назвіть позначку.',
      ),
      'store-unavailable': said(
        'Зараз ми не маємо доступу до наших даних',
        'Спробуйте ще раз за пів хвилини. Це не зашкодить, навіть якщо все вже вдалося.',
      ),
    },
    other: said('Зараз це неможливо', 'Спробуйте пізніше або подзвоніть нам.'),
    mark: 'Позначка',
    call: 'Подзвоніть нам',
  },
  tr: {
    known: {
      'invalid-input': said('Bir şey doğru değil', 'Geri dönün ve her şeyi doldurduğunuza bakın.'),
      'invalid-json': said('Bir şey doğru değil', 'Geri dönün ve yeniden deneyin.'),
      'unsupported-media-type': said('Bir şey doğru değil', 'Geri dönün ve yeniden deneyin.'),
      'method-not-allowed': said('Bu olmuyor', 'Mesajınızdaki bağlantıyı yeniden açın.'),
      'not-found': said('Bunu bulamıyoruz', 'Mesajınızdaki bağlantıyı yeniden açın. Bağlantı tam olmalı.'),
      'already-matched': said('Bir komşu bulundu', 'Yardım etmek istemeniz güzel.'),
      'not-active-any-more': said('Bu artık bitti', 'Başka bir şey yapmanız gerekmez.'),
      'internal-error': said(
        'Bizde bir şey ters gitti',
        'Biraz sonra yeniden deneyin. Olmuyor mu? Bizi arayın ve işareti söyleyin.',
      ),
      'store-unavailable': said(
        'Şu anda verilerimize ulaşamıyoruz',
        'Yarım dakika sonra yeniden deneyin. Daha önce olduysa bile bunun zararı yoktur.',
      ),
    },
    other: said('Bu şimdi olmuyor', 'Daha sonra deneyin ya da bizi arayın.'),
    mark: 'İşaret',
    call: 'Bizi arayın',
  },
};
