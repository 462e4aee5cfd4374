import type { Translation } from '../translation.js';

export const asked: Translation['asked'] = {
  title: 'Size sorulanlar',
  empty: 'Şu anda size bir şey sorulmadı',
  emptyText: 'Bir komşunun size ihtiyacı olunca mesaj göndeririz. Aramanız gerekmez.',
  look: 'Tüm yardım isteklerine bakın',
  asks: (name, what) => `${name} soruyor: ${what}`,
  said: (name) => `${name} yazıyor`,
  why: 'Neden size soruyoruz?',
  until: (moment) => `Son cevap zamanı: ${moment}. Ne kadar erken, o kadar iyi.`,
  yes: 'Evet, yardım ederim',
  no: 'Hayır, bu sefer değil',
  free: 'Her zaman, sebep söylemeden hayır diyebilirsiniz.',
  thanksNo: 'Teşekkürler, başka bir komşuya soruyoruz',
  thanksNoText: 'Başka bir şey yapmanız gerekmez.',
  other: 'Başka istekler istiyorum',
};
