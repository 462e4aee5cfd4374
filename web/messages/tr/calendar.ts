import type { Translation } from '../translation.js';

export const calendar: Translation['calendar'] = {
  title: 'Randevularınız kendi takviminizde',
  text: 'Telefonunuzdaki veya bilgisayarınızdaki takvim için bir bağlantı oluşturun. Randevularınız oraya kendiliğinden gelir.',
  secret: 'Bağlantı gizlidir. Ona sahip olan, ne zaman yardım ettiğinizi görür. İçinde ad ve adres yoktur.',
  make: 'Takvim bağlantısı oluştur',
  again: 'Yeni bağlantı oluştur',
  againText: 'O zaman eski bağlantınız çalışmaz.',
  field: 'Gizli bağlantınız',
  hint: 'Bu bağlantıyı şimdi kopyalayın. Yalnızca 1 kez gösteriyoruz.',
  copy: 'Bağlantıyı kopyala',
  copied: 'Bağlantı kopyalandı.',
  active: (day) => `Bir takvim bağlantınız var. Oluşturulduğu gün: ${day}.`,
  stop: 'Takvim bağlantısını durdur',
  stopped: 'Bağlantı durdu. Takviminize artık randevu gelmez.',
};
