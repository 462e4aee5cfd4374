import type { Translation } from '../translation.js';

export const pages: Translation['pages'] = {
  phone: {
    title: 'Telefonla yardım',
    lead: 'Bilgisayar kullanmanız gerekmez. Arayın, bir insan isteğinizi yazar.',
    deskHeading: 'Herkes için',
    associationsHeading: 'Sizin mahallenizde',
    after: 'Sonra bir komşu ararız. Olmasa bile her zaman cevap alırsınız.',
    none: 'Listede henüz telefon numarası yok.',
  },
  notFound: {
    title: 'Bu sayfa yok',
    text: 'Belki adres yanlış kopyalandı. Ya da istek artık geçerli değil. Kendi isteğiniz veya randevunuz kaybolmadı.',
  },
  broken: {
    title: 'Bir şeyler ters gitti',
    text: 'Bu sizin hatanız değil. Sayfayı yeniden yükleyin. Olmazsa bizi arayın.',
    reload: 'Sayfayı yeniden yükle',
  },
};
