import type { Translation } from '../translation.js';

export const invite: Translation['invite'] = {
  title: 'Bir komşuyu davet edin',
  lead: 'Bu bağlantıyı paylaşın. Ya da komşunuz kodu telefonla okutsun.',
  link: 'Bağlantı',
  copy: 'Bağlantıyı kopyala',
  copied: 'Bağlantı kopyalandı.',
  share: 'Bağlantıyı paylaş',
  shareText: 'Ben ara sıra bir komşuya yardım ediyorum. Siz de katılır mısınız?',
  print: 'Bu sayfayı yazdır',
  printHint: 'Girişe asın veya bir komşuya verin.',
  qr: 'Okutulacak kod. Aşağıdaki bağlantıya götürür.',
  sheetTitle: 'Yakındaki bir komşudan küçük bir yardım',
  sheetText: 'Bazen yarım saat. Köpek gezdirmek ya da bir kahve.',
  sheetNo: 'Hiçbir şeye bağlı değilsiniz. Her zaman hayır diyebilirsiniz.',
  sheetScan: 'Kodu okutun veya şuraya gidin:',
  sheetCall: (phone) => `Aramak mı istersiniz? ${phone}`,
  about: 'Kimi davet ettiğinizi bilmeyiz. Bağlantıda sizinle ilgili bir şey yoktur.',
};
