import type { Translation } from '../translation.js';

export const categories: Translation['categories'] = {
  names: {
    'walk-dog': {
      title: 'Köpeği gezdirmek',
      willing: 'Köpek gezdirmek',
      does: ['Zili çalıp köpeği almak', 'Tasmayla kısa bir tur yapmak', 'Köpeği geri getirmek'],
      examples: ['Köpeğim dışarı çıkmalı, ben çıkamıyorum.', 'Köpeğimizi kim biraz gezdirir?'],
    },
    groceries: {
      title: 'Alışveriş yapmak',
      willing: 'Alışveriş yapmak',
      does: ['Ne gerektiğine birlikte bakmak', 'Alışverişi yapmak', 'Fişi vermek'],
      examples: ['Kim benim için biraz alışveriş yapar?', 'Eczaneden bir şey alabilir misiniz?'],
    },
    coffee: {
      title: 'Kahve içmek',
      willing: 'Kahve içmek',
      does: ['Zamanında zili çalmak', 'Birlikte bir şey içip konuşmak', 'Ne zaman gideceğinizi söylemek'],
      examples: ['Kim benimle bir kahve içer?', 'Biraz sohbet iyi olur.'],
    },
    'walk-together': {
      title: 'Birlikte biraz yürümek',
      willing: 'Birlikte yürümek',
      does: ['Birlikte biraz yürümek', 'Komşunuzun hızına uymak', 'Eve birlikte dönmek'],
      examples: ['Kim benimle biraz yürür?', 'Birlikte dışarı, yavaş yavaş.'],
    },
    meal: {
      title: 'Yemek getirmek',
      willing: 'Yemek getirmek',
      does: ['Kişinin ne sevdiğini sormak', 'Bir porsiyon fazla pişirmek', 'Yemeği getirmek'],
      examples: ['Kim bizim için de bir porsiyon pişirir?', 'Bugün yemek yapamıyoruz.'],
    },
    ride: {
      title: 'Arabayla götürmek',
      willing: 'Arabayla götürmek',
      does: ['Komşunuzu evden almak', 'Sakin sürmek', 'Dönüş yolunu birlikte konuşmak'],
      examples: ['Kim beni arabayla götürüp getirir?', 'Saat 10’da bir yerde olmalıyız.'],
    },
    'odd-job': {
      title: 'Evde küçük bir iş',
      willing: 'Evde küçük iş',
      does: ['Ne yapılacağına birlikte bakmak', 'Yapabiliyorsanız işi yapmak', 'Olmayanı söylemek'],
      examples: ['Bir lamba takılmalı. Ben yetişemiyorum.', 'Kim benim için bir tablo asar?'],
    },
    garden: {
      title: 'Bahçede bir iş',
      willing: 'Bahçe işi',
      does: ['Ne yapılacağına birlikte bakmak', 'Bahçenin küçük bir bölümünü yapmak', 'Çöpü bir araya toplamak'],
      examples: ['Otlar çok uzadı. Kim biraz biçer?', 'Yaprakları kim süpürür?'],
    },
    computer: {
      title: 'Telefon veya bilgisayar yardımı',
      willing: 'Bilgisayar yardımı',
      does: ['Komşunuzun yanına oturmak', 'Birlikte bakmak, komşunuz yazar', 'Banka ve şifre konusunda durmak'],
      examples: ['Telefonum iyi çalışmıyor.', 'Kim görüntülü arama için bana yardım eder?'],
    },
    'keep-company': {
      title: 'Biraz yanında durmak',
      willing: 'Yanında durmak',
      does: [
        'Sadece orada olmak',
        'Komşunuzun sevdiği bir şeyi birlikte yapmak',
        'Bir şey olursa bakan yakınını aramak',
      ],
      examples: ['Kim eşimin yanında durur? O zaman çıkabilirim.', 'Kim bir saat bizimle oturur?'],
    },
    other: {
      title: 'Başka bir şey',
      willing: 'Başka küçük bir şey',
      does: ['Komşunuzun ne istediğini okumak', 'Yapabildiğinizi yapmak', 'Olmayanı söylemek'],
      examples: ['Kim bana küçük bir konuda yardım eder?'],
    },
  },
  doesNot: ['Beden bakımı yapmak veya ilaç vermek', 'Para veya banka kartı almak', 'İstediğinizden uzun kalmak'],
};
