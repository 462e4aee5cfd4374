import type { Translation } from '../translation.js';

export const willing: Translation['willing'] = {
  title: 'Yardıma hazırım',
  changeTitle: 'Ne ve ne zaman yardım etmek istersiniz',
  lead: 'Hiçbir şeye bağlı değilsiniz. Her zaman hayır diyebilirsiniz.',
  progress: (step) => `Adım ${step} / 3`,
  next: 'İleri',
  save: 'Evet, yardıma hazırım',
  change: 'Kaydet',
  where: {
    title: 'Nerede oturuyorsunuz?',
    neighbourhood: 'Mahalleniz (buurt)',
    choose: 'Mahallenizi seçin',
    far: 'Ne kadar uzağa yardım edersiniz?',
  },
  distances: {
    'own-neighbourhood': 'Yalnızca kendi mahallem',
    district: 'Benim semtim (wijk)',
    municipality: 'Bütün belediye',
  },
  what: { title: 'Ne yapmak istersiniz?', hint: 'Size uyanı seçin. Hafif işler en üsttedir.' },
  when: {
    title: 'Ne zaman yardım edebilirsiniz?',
    hint: 'Bir şey seçmezseniz her zaman olur, 21:00 ile 8:00 arası dışında.',
    week: 'Hafta içi',
    weekend: 'Hafta sonu',
    acute: 'Acil olunca da bana sorabilirsiniz',
    budget: 'Haftada kaç istek gönderebiliriz?',
  },
  done: 'Ne güzel. Listedesiniz',
  doneText: (budget) => `Haftada en fazla ${budget} istek alırsınız. Küçük başlarız.`,
  saved: 'Kaydedildi.',
  toMyHelp: 'Seçtiklerinize bakın veya değiştirin',
  signIn: '1 adım kaldı: e-posta adresiniz',
  signInText: 'Böylece size istek gönderebiliriz. 6 rakamlı bir e-posta alırsınız.',
  errors: {
    neighbourhood: 'Mahallenizi seçin',
    categories: 'En az 1 şey seçin',
  },
};
