export const pages = {
  phone: {
    title: 'Hulp per telefoon',
    lead: 'U hoeft geen computer te gebruiken. Bel, en een mens schrijft uw vraag op.',
    deskHeading: 'Voor iedereen',
    associationsHeading: 'Bij u in de buurt',
    after: 'Daarna zoeken wij een buur. U krijgt altijd antwoord, ook als het niet lukt.',
    none: 'Er staat nog geen telefoonnummer in de lijst.',
  },
  privacy: {
    title: 'Privacy',
    sections: [
      {
        heading: 'Wat vragen wij?',
        text: 'Uw voornaam, uw e-mailadres, uw buurt en waar u hulp bij wilt. Meer hoeft niet. Vertel ons niets over ziekte.',
      },
      {
        heading: 'Wie ziet wat?',
        text: 'Op de lijst met hulpvragen staat geen naam en geen adres. Een buur die wij vragen, ziet uw voornaam en uw vraag. Uw adres en telefoon ziet alleen de buur met wie u een afspraak heeft.',
      },
      {
        heading: 'De coördinator',
        text: 'Uw coördinator ziet uw vraag en kan u bellen. Zo blijft geen vraag liggen.',
      },
      {
        heading: 'Hoe lang?',
        text: 'Adres en telefoon verdwijnen 24 uur na de hulp bij de buur. De tekst van uw vraag wissen wij na 30 dagen.',
      },
      {
        heading: 'Op dit apparaat',
        text: 'Wij bewaren een half ingevulde vraag op uw apparaat. Na het versturen of uitloggen is die weg. Wij volgen u niet en tonen geen reclame.',
      },
    ],
    question: 'Vragen over uw gegevens? Bel ons. Een mens legt het uit.',
  },
  accessibility: {
    title: 'Toegankelijkheid',
    sections: [
      {
        heading: 'Voor iedereen',
        text: 'Deze site moet werken voor iedereen. Ook met alleen een toetsenbord, met grote letters en met een schermlezer.',
      },
      {
        heading: 'Wat wij nakeken',
        text: 'Een programma keek elke pagina na. Het gebruikt de regels van WCAG 2.2, niveau A en AA. Ook op een smal scherm en in een donker beeld.',
      },
      {
        heading: 'Wat wij nog niet nakeken',
        text: 'Mensen met een schermlezer lazen de site nog niet voor ons na. Een onafhankelijk onderzoek is er ook nog niet.',
      },
    ],
    question: 'Werkt er iets niet voor u? Bel ons. Wij helpen u meteen en lossen het daarna op.',
  },
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Misschien is het adres niet goed overgenomen. Uw vraag of afspraak is niet weg.',
  },
  broken: {
    title: 'Er ging iets mis',
    text: 'Dat ligt niet aan u. Laad de pagina opnieuw. Lukt het niet? Bel ons dan.',
    reload: 'Laad de pagina opnieuw',
  },
};
