export const thanks = {
  title: (name: string) => `Wilt u ${name} iets liefs schrijven?`,
  titleWithoutName: 'Wilt u uw buur iets liefs schrijven?',
  text: 'Dat hoeft niet. Een paar woorden zijn genoeg.',
  field: 'Uw bedankje',
  hint: 'Alleen uw buur leest dit. Het verdwijnt na 30 dagen.',
  missing: 'Schrijf eerst een paar woorden',
  tooLong: 'Maak uw bedankje korter, tot 300 tekens',
  send: 'Verstuur het bedankje',
  given: 'Uw bedankje is onderweg',
  receivedTitle: 'U heeft een bedankje',
  from: (name: string) => `${name} schrijft`,
};
