import type { GatheringWords } from './word-shapes.js';

/** Turkish, plain and polite. */
export const trGathering: GatheringWords = {
  gathering: {
    because: 'Bu e-postayı geleceğinizi söylediğiniz için aldınız.',
    when: 'Ne zaman',
    where: 'Nerede',
    questions: (organiser) => `Sorunuz mu var? Arayın: ${organiser}.`,
    cancelled: {
      subject: (title) => `İptal edildi: ${title}`,
      line: (when) => `Gelecektiniz: ${when}. Ne yazık ki bu sefer buluşma yok.`,
      button: 'Diğer buluşmalara bakın',
    },
    changed: {
      subject: (title) => `Değişti: ${title}`,
      line: 'Saat ya da yer artık farklı.',
      cannot: 'Artık gelemiyor musunuz? Sayfada söyleyin.',
      button: 'Buluşmaya bakın',
    },
    reminder: {
      subject: (title, when) => `${title}: ${when}`,
      line: 'Gelmeniz çok güzel.',
      cannot: 'Gelemiyor musunuz? Bize söyleyin, yeriniz başkasına kalsın.',
      button: 'Buluşmaya bakın',
    },
    file: 'bulusma.ics',
  },
};
