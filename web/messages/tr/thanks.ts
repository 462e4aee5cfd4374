import type { Translation } from '../translation.js';

export const thanks: Translation['thanks'] = {
  title: (name) => `Güzel bir söz yazmak ister misiniz? Kime: ${name}`,
  titleWithoutName: 'Komşunuza güzel bir söz yazmak ister misiniz?',
  text: 'Zorunlu değil. Birkaç kelime yeter.',
  field: 'Teşekkürünüz',
  hint: 'Bunu yalnızca komşunuz okur. 30 gün sonra silinir.',
  missing: 'Önce birkaç kelime yazın',
  tooLong: 'Teşekkürünüzü kısaltın, en fazla 300 karakter',
  send: 'Teşekkürü gönder',
  given: 'Teşekkürünüz yolda',
  receivedTitle: 'Size bir teşekkür var',
  from: (name) => `${name} yazıyor`,
};
