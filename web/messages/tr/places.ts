import type { Translation } from '../translation.js';

export const places: Translation['places'] = {
  open: 'Mahallemi bilmiyorum',
  intro: 'Posta kodunuzla arayın. Posta kodunuzu ve ev numaranızı saklamıyoruz.',
  postcode: 'Posta kodu (postcode)',
  postcodeHint: 'Örneğin 1234 AB',
  houseNumber: 'Ev numarası (boş kalabilir)',
  search: 'Mahallemi bul',
  found: (name) => `Mahalleniz ${name}. Listede bunu seçtik.`,
  several: (names) => `Bu posta kodu birden çok mahallede: ${names}. Ev numaranızı da yazın ya da kendiniz seçin.`,
  elsewhere: 'Bu posta kodu başka bir belediyede. Doğru değilse listeden mahallenizi seçin.',
  unknown: 'Bu posta kodunu bilmiyoruz. Listeden mahallenizi seçin.',
  unavailable: 'Posta koduyla arama şimdi çalışmıyor. Listeden mahallenizi seçin.',
  errors: {
    postcode: 'Bir posta kodu yazın, örneğin 1234 AB',
    houseNumber: 'Bir ev numarası yazın, örneğin 12',
  },
};
