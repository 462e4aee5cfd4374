import type { Category } from '@app/contracts/http/vocabulary.js';
import type { CategoryText } from './word-shapes.js';

/** The kinds of help in Turkish. */
export const trCategories: Record<Category, CategoryText> = {
  'walk-dog': {
    title: 'Köpeği gezdirmek',
    willing: 'Köpek gezdirmek',
    question: 'köpeği gezdirmek',
    about: 'köpeği gezdirmek',
    does: ['Zili çalıp köpeği almak', 'Tasmayla kısa bir tur yapmak', 'Köpeği geri getirmek'],
  },
  groceries: {
    title: 'Alışveriş yapmak',
    willing: 'Alışveriş yapmak',
    question: 'alışveriş yapmak',
    about: 'alışveriş yapmak',
    does: ['Ne gerektiğine birlikte bakmak', 'Alışverişi yapmak', 'Fişi vermek'],
  },
  coffee: {
    title: 'Kahve içmek',
    willing: 'Kahve içmek',
    question: 'kahve içmek',
    about: 'kahve içmek',
    does: ['Zamanında zili çalmak', 'Birlikte bir şey içip konuşmak', 'Ne zaman gideceğinizi söylemek'],
  },
  'walk-together': {
    title: 'Birlikte biraz yürümek',
    willing: 'Birlikte yürümek',
    question: 'birlikte biraz yürümek',
    about: 'birlikte biraz yürümek',
    does: ['Birlikte biraz yürümek', 'Komşunuzun hızına uymak', 'Eve birlikte dönmek'],
  },
  meal: {
    title: 'Yemek getirmek',
    willing: 'Yemek getirmek',
    question: 'yemek getirmek',
    about: 'yemek getirmek',
    does: ['Kişinin ne sevdiğini sormak', 'Bir porsiyon fazla pişirmek', 'Yemeği getirmek'],
  },
  ride: {
    title: 'Arabayla götürmek',
    willing: 'Arabayla götürmek',
    question: 'arabayla götürmek',
    about: 'arabayla götürmek',
    does: ['Komşunuzu evden almak', 'Sakin sürmek', 'Dönüş yolunu birlikte konuşmak'],
  },
  'odd-job': {
    title: 'Evde küçük bir iş',
    willing: 'Evde küçük iş',
    question: 'evde küçük bir iş',
    about: 'evde küçük bir iş',
    does: ['Ne yapılacağına birlikte bakmak', 'Yapabiliyorsanız işi yapmak', 'Olmayanı söylemek'],
  },
  garden: {
    title: 'Bahçede bir iş',
    willing: 'Bahçe işi',
    question: 'bahçede bir iş',
    about: 'bahçede bir iş',
    does: ['Ne yapılacağına birlikte bakmak', 'Bahçenin küçük bir bölümünü yapmak', 'Çöpü bir araya toplamak'],
  },
  computer: {
    title: 'Telefon veya bilgisayar yardımı',
    willing: 'Bilgisayar yardımı',
    question: 'telefon veya bilgisayar yardımı',
    about: 'telefon veya bilgisayar yardımı',
    does: ['Komşunuzun yanına oturmak', 'Birlikte bakmak, komşunuz yazar', 'Banka ve şifre konusunda durmak'],
  },
  'keep-company': {
    title: 'Biraz yanında durmak',
    willing: 'Yanında durmak',
    question: 'biraz yanında durmak',
    about: 'biraz yanında durmak',
    does: ['Sadece orada olmak', 'Komşunuzun sevdiği bir şeyi birlikte yapmak', 'Bir şey olursa bakan yakınını aramak'],
  },
  other: {
    title: 'Başka bir şey',
    willing: 'Başka küçük bir şey',
    question: 'küçük bir şey',
    about: 'küçük bir şey',
    does: ['Komşunuzun ne istediğini okumak', 'Yapabildiğinizi yapmak', 'Olmayanı söylemek'],
  },
};
