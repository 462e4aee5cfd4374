export const pages = {
  phone: {
    title: 'Hulp per telefoon',
    lead: 'U hoeft geen computer te gebruiken. Bel, en een mens schrijft uw vraag op.',
    deskHeading: 'Voor iedereen',
    associationsHeading: 'Bij u in de buurt',
    after: 'Daarna zoeken wij een buur. U krijgt altijd antwoord, ook als het niet lukt.',
    none: 'Er staat nog geen telefoonnummer in de lijst.',
  },
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien is het adres niet goed overgenomen. Of de hulpvraag is al voorbij. Uw eigen vraag of afspraak is niet weg.',
  },
  broken: {
    title: 'Er ging iets mis',
    text: 'Dat ligt niet aan u. Laad de pagina opnieuw. Lukt het niet? Bel ons dan.',
    reload: 'Laad de pagina opnieuw',
  },
};
