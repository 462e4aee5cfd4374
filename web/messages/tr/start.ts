import type { Translation } from '../translation.js';

export const start: Translation['start'] = {
  title: 'Komşudan komşuya yardım',
  heading: 'Yakındaki bir komşudan küçük bir yardım',
  lead: 'Birine mi bakıyorsunuz? Küçük bir şey için yardım isteyin. Ya da size uyunca yarım saat siz yardım edin.',
  ratherCall: 'Aramak mı istersiniz?',
  ask: { title: 'Yardım istiyorum', text: '1 dakikada, hesap açmadan. Acil de olur.' },
  help: { title: 'Yardıma hazırım', text: 'Ne ve ne zaman, siz seçersiniz. Haftada en fazla 2 istek.' },
  find: { title: 'Bana yol gösterin', text: 'Nereye gideceğinizi bilmiyor musunuz? Bir insan sizinle düşünür.' },
  street:
    'Akşam vakti 100 pencereli bir sokak çizimi. 21 pencerede ışık açık: o kişiler zaten yardım ediyor. 41 pencerede hafif ışık var: o kişiler yardıma hazır.',
  figureHeading: 'Her 100 kişiden 41’i yardıma hazır',
  lit: 'mahallesinde zaten yardım ediyor',
  glowing: 'henüz etmiyor, ama hazır',
  source:
    'Kaynak: GGD (halk sağlığı kurumu), Leusden belediye meclisine mektup, sonbahar 2025. Bu genel olarak mahalleler içindir, sizin sokağınız için değil.',
  stepsHeading: 'Böyle olur',
  steps: [
    {
      title: 'Siz istekte bulunursunuz',
      text: 'Ne, ne zaman ve hangi mahallede. Siz bir komşuya evet diyene kadar adresiniz gizli kalır.',
    },
    {
      title: 'Biz komşulara sorarız',
      text: 'Her seferinde birkaç komşu, yalnızca bunu yapmak isteyenler. Evet veya hayır derler.',
    },
    {
      title: 'Olmadı mı? Sizi ararız',
      text: 'Koordinatörünüz arar ve sizinle birlikte çözüm bulmaya çalışır. Her zaman cevap alırsınız.',
    },
  ],
  callHeading: 'Aramak mı istersiniz?',
  callText: (desk) => `${desk} isteğinizi sizin için yazar.`,
  callFallback: 'Belediyenizdeki yardım masası',
  urgentHeading: 'Acil mi, tehlike mi var?',
  limits: 'Komşular beden bakımı yapmaz, ilaç vermez ve para işine girmez.',
};
