import type { Translation } from '../translation.js';

export const thanks: Translation['thanks'] = {
  title: (name) => `Güzel bir söz yazmak ister misiniz? Kime: ${name}`,
  titleWithoutName: 'Komşunuza güzel bir söz yazmak ister misiniz?',
  text: 'Zorunlu değil. Birkaç kelime yeter.',
  field: 'Teşekkürünüz',
  hint: 'Bu, komşunuz içindir. 30 gün sonra silinir.',
  missing: 'Önce birkaç kelime yazın',
  tooLong: 'Teşekkürünüzü kısaltın, en fazla 300 karakter',
  send: 'Teşekkürü gönder',
  given: 'Teşekkürünüz yolda',
  receivedTitle: 'Size bir teşekkür var',
  from: (name) => `${name} yazıyor`,
  wall: 'Bu, teşekkür duvarında da görünebilir',
  wallHint: 'İsimsiz. Bu yüzden isim yazmayın. Önce bir koordinatör okur.',
  wallStatus: {
    waiting: 'Bir koordinatör sözlerinizi okuyor. Sonra teşekkür duvarına konur.',
    shown: 'Sözleriniz teşekkür duvarında.',
    refused: 'Sözleriniz teşekkür duvarında değil. Komşunuz onları aldı.',
  },
  takeBack: 'Sözlerimi duvardan kaldır',
  wallPage: {
    title: 'Teşekkür duvarı',
    lead: 'İnsanların bir komşunun yardımından sonra yazdıkları. İsimsiz.',
    list: 'Teşekkürler',
    empty: 'Duvar henüz boş',
    emptyText: 'Yardımdan sonra güzel bir söz yazabilirsiniz. Burada durup durmayacağını siz seçersiniz.',
    how: 'Önce her şeyi bir koordinatör okur. Yazan kişi sözünü her zaman kaldırabilir.',
    ask: 'Yardım iste',
    help: 'Yardım etmek istiyorum',
  },
};
