import type { Translation } from '../translation.js';

export const follow: Translation['follow'] = {
  link: 'İsteğinizi bir kodla takip edin',
  title: 'İsteğiniz ne durumda?',
  lead: 'Bizi aradınız ve bir kod aldınız. Buraya girin.',
  code: 'Kodunuz',
  hint: '8 harf ve rakam. Büyük harf ve tire gerekmez.',
  send: 'Duruma bak',
  need: 'Kodu girin',
  invalid: 'Bu kodu tanımıyoruz. Harfleri kontrol edin veya bizi arayın.',
  tries: 'Çok sık yanlış kod girildi. Bir saat sonra deneyin veya bizi arayın.',
  asked: (day: string) => `Bunu şu gün sordunuz: ${day}.`,
  again: 'Başka bir kod gir',
  refresh: 'Tekrar bak',
  status: {
    unconfirmed: 'İsteğiniz bizde',
    'in-review': 'İsteğiniz bizde',
    open: 'Şimdi komşulara soruyoruz',
    matched: 'Yardım etmek isteyen bir komşu var',
    confirmed: 'Bir komşu yardıma geliyor',
    completed: 'Başarıldı',
    'not-helped': 'Olmadı',
    cancelled: 'Bu istek durduruldu',
    expired: 'Komşu bulamadık',
  },
  caller: (name: string) => `${name} daha fazlasını biliyor. Her zaman arayabilirsiniz.`,
};
