import type { Translation } from '../translation.js';

export const push: Translation['push'] = {
  title: 'Bu cihazda bildirimler',
  text: 'Bu site kapalıyken bile bir isteği veya mesajı hemen görürsünüz.',
  private: 'Ekranınızı gören bildirimi okuyabilir. İçinde asla adres olmaz.',
  on: 'Bildirimleri aç',
  off: 'Bildirimleri kapat',
  isOn: 'Bu cihazda bildirimler açık.',
  isOff: 'Bu cihazda bildirimler kapalı.',
  cannot: 'Bu tarayıcı bildirim gösteremez. E-posta alırsınız.',
  denied: 'Tarayıcınız bildirimleri engelliyor. Tarayıcı ayarlarından izin verin.',
  failed: 'Açılamadı. Yeniden deneyin.',
};
