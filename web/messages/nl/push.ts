export const push = {
  title: 'Meldingen op dit apparaat',
  text: 'U ziet een vraag of bericht dan meteen, ook als deze site dicht is.',
  private: 'Wie uw scherm ziet, kan de melding lezen. Een adres staat er nooit in.',
  on: 'Zet meldingen aan',
  off: 'Zet meldingen uit',
  isOn: 'Meldingen staan aan op dit apparaat.',
  isOff: 'Meldingen staan uit op dit apparaat.',
  cannot: 'Deze browser kan geen meldingen tonen. U krijgt wel e-mail.',
  denied: 'Uw browser houdt meldingen tegen. Sta ze toe bij de instellingen van uw browser.',
  failed: 'Het aanzetten is niet gelukt. Probeer het opnieuw.',
};
