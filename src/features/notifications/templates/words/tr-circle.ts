import type { CircleWords } from './word-shapes.js';

/** Turkish, plain and polite. */
export const trCircle: CircleWords = {
  circle: {
    yours: 'yardım çemberiniz',
    of: (name) => `yardım çemberi (${name})`,
    because: (circle) => `Bu e-postayı şuna katıldığınız için aldınız: ${circle}.`,
    joining: {
      subject: (other, circle) => `${other} katılmak istiyor: ${circle}`,
      asks: (other) => `${other} olur mu diye soruyor.`,
      decide: 'Siz karar verirsiniz. Siz evet diyene kadar bu kişi hiçbir şey görmez.',
      button: 'Kim katılmak istiyor, bakın',
    },
    joined: {
      subject: (circle) => `Artık katılıyorsunuz: ${circle}`,
      lines: ['Katılmanız çok güzel.', 'Takvimde ne gerektiğini görürsünüz. Ne yapacağınızı siz seçersiniz.'],
      button: 'Takvime bakın',
    },
    swapAsked: {
      subject: (other) => `${other} bir kez yer değiştirmek istiyor. Olur mu?`,
      cannot: (other, circle) => `${other} bir kez gelemiyor: ${circle}.`,
      canYou: 'Siz gelebilir misiniz? İlk evet diyen gelir.',
      button: 'Soruya bakın',
    },
    takenOver: {
      subject: (other) => `${other} sizin yerinize geliyor`,
      line: 'Bu sefer gelmeniz gerekmez.',
      button: 'Takvime bakın',
    },
    leftOut: {
      subject: (turn) => `Gerek kalmadı: ${turn}`,
      line: (circle) => `Bu sefer gelmeniz gerekmez: ${circle}.`,
      thanks: 'Hazır olduğunuz için teşekkürler.',
      button: 'Yardım çemberlerinize bakın',
    },
    unfilled: {
      subject: (circle) => `Hâlâ boş: ${circle}`,
      line: 'Bu seferler için henüz kimse yok:',
      board: 'Kimse almazsa, zamanında panodan bir komşuya sorarız.',
      button: 'Takvime bakın',
    },
    reminder: {
      lines: ['O zaman siz gelecektiniz.', 'Gelemiyor musunuz? Çemberden birine sorun ya da sıranızı geri verin.'],
      button: 'Sıranıza bakın',
    },
  },
};
