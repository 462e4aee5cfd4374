export const absence = {
  title: 'Afwezig en mail',
  lead: 'Bent u weg? Dan ziet een collega uw werk, en belt de vrager met die collega.',
  who: 'Wie neemt waar?',
  choose: 'Kies een collega',
  from: 'Vanaf welke dag?',
  until: 'Tot en met welke dag?',
  save: 'Meld mij afwezig',
  saved: (name: string) => `Bewaard. ${name} neemt voor u waar.`,
  away: (from: string, until: string, name: string) =>
    `U bent weg van ${from} tot en met ${until}. ${name} neemt waar.`,
  back: 'Ik ben er weer',
  backDone: 'Welkom terug. Het werk is weer van u.',
  alone: 'Hier werkt nog geen collega die kan waarnemen. Bel het loket.',
  errors: {
    deputyId: 'Kies wie voor u waarneemt',
    from: 'Kies de eerste dag',
    until: 'Kies een laatste dag, niet eerder dan de eerste en hooguit 3 maanden later',
  },
  mail: {
    title: 'Elke dag een mail',
    text: 'In de mail staat hoeveel er wacht. Namen staan er niet in.',
    nothing: 'Wacht er niets? Dan komt er geen mail.',
    on: 'U krijgt deze mail.',
    off: 'U krijgt deze mail niet.',
    start: 'Stuur mij deze mail',
    stop: 'Stop deze mail',
  },
};
