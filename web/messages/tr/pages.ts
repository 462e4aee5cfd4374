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
  privacy: {
    title: 'Gizlilik',
    sections: [
      {
        heading: 'Ne soruyoruz?',
        text: 'Adınız, e-posta adresiniz, mahalleniz ve ne konuda yardım istediğiniz. Fazlası gerekmez. Bize hastalık hakkında bir şey anlatmayın.',
      },
      {
        heading: 'Kim neyi görür?',
        text: 'Yardım istekleri listesinde ad ve adres yoktur. Sorduğumuz komşu, adınızı ve isteğinizi görür. Adresinizi ve telefonunuzu yalnızca randevunuz olan komşu görür.',
      },
      {
        heading: 'Koordinatör',
        text: 'Koordinatörünüz isteğinizi görür ve sizi arayabilir. Böylece hiçbir istek unutulmaz.',
      },
      {
        heading: 'Ne kadar süre?',
        text: 'Adres ve telefon, yardımdan 24 saat sonra komşuda silinir. İsteğinizin metnini 30 gün sonra sileriz.',
      },
      {
        heading: 'Bu cihazda',
        text: 'Yarım kalan isteği cihazınızda saklarız. Gönderince veya çıkış yapınca silinir. Sizi takip etmeyiz ve reklam göstermeyiz.',
      },
    ],
    question: 'Bilgileriniz hakkında sorunuz mu var? Bizi arayın. Bir insan açıklar.',
  },
  accessibility: {
    title: 'Erişilebilirlik',
    sections: [
      {
        heading: 'Herkes için',
        text: 'Bu site herkes için çalışmalı. Yalnızca klavyeyle, büyük harflerle ve ekran okuyucuyla da.',
      },
      {
        heading: 'Neyi kontrol ettik',
        text: 'Bir program her sayfayı kontrol etti. WCAG 2.2, A ve AA düzeyi kurallarını kullanır. Dar ekranda ve koyu renkte de.',
      },
      {
        heading: 'Neyi henüz kontrol etmedik',
        text: 'Ekran okuyucu kullanan kişiler siteyi bizim için henüz okumadı. Bağımsız bir inceleme de henüz yok.',
      },
    ],
    question: 'Sizde bir şey çalışmıyor mu? Bizi arayın. Hemen yardım eder, sonra düzeltiriz.',
  },
  notFound: {
    title: 'Bu sayfa yok',
    text: 'Belki adres yanlış kopyalandı. İsteğiniz veya randevunuz kaybolmadı.',
  },
  broken: {
    title: 'Bir şeyler ters gitti',
    text: 'Bu sizin hatanız değil. Sayfayı yeniden yükleyin. Olmazsa bizi arayın.',
    reload: 'Sayfayı yeniden yükle',
  },
};
