import type { FeedbackSubject } from '@app/contracts/http/feedback.js';

const subjects: Record<FeedbackSubject, string> = {
  difficult: 'Iets is lastig of onduidelijk',
  broken: 'Iets werkt niet',
  idea: 'Ik heb een idee',
  thanks: 'Ik wil iets aardigs zeggen',
  other: 'Iets anders',
};

/** Pages by which people can see whom they trust: how it works, what is kept, what neighbours do, and their say. */
export const openness = {
  how: {
    title: 'Zo werkt het',
    lead: 'Een handje hulp, van een buur dichtbij. Het is gratis en u zit nergens aan vast.',
    asking: {
      heading: 'U vraagt hulp',
      steps: [
        'U vertelt wat u nodig heeft en wanneer. Dat zijn hooguit 5 vragen.',
        'U krijgt een code per e-mail. Daarmee weten wij dat u het bent.',
        'Wij vragen een paar buren tegelijk. Zij zien uw voornaam en uw vraag.',
        'Zegt een buur ja? Dan hoort u wie het is. U zegt of dat goed is.',
        'Pas daarna krijgt uw buur uw adres.',
      ],
    },
    helping: {
      heading: 'U helpt',
      steps: [
        'U zegt waar u woont, wat u wilt doen en wanneer.',
        'Wij vragen u hooguit zo vaak als u wilt. Nooit in uw rusttijd.',
        'U leest waarom wij u vragen. Nee zeggen mag altijd, zonder reden.',
        'Na uw ja ziet u wanneer en waar. U kunt uw buur een bericht sturen.',
        'Na afloop vragen wij beide of het is gelukt.',
      ],
    },
    nobody: {
      heading: 'En als niemand kan?',
      text: 'Dan belt de coördinator van uw buurt u. Kan die ook niet? Dan neemt het loket het over. U krijgt altijd antwoord.',
    },
    chosen: {
      heading: 'Wie vragen wij?',
      text: 'Buren die dit willen doen, dan kunnen en niet te ver weg wonen. Wie kort geleden hielp, laten wij met rust.',
    },
    cost: {
      heading: 'Wat kost het?',
      text: 'Niets. Buren helpen voor niets. Er zijn geen punten, lijstjes of cijfers van mensen.',
    },
  },
  doing: {
    title: 'Wat buren wel en niet doen',
    lead: 'Buren geven kleine hulp, af en toe. Zij zijn geen zorgverlener.',
    kindsHeading: 'Dit doen buren wel',
    neverHeading: 'Dit doen buren nooit',
    instead: 'Heeft u wel zorg nodig? Bel uw huisarts of het loket. Zij weten wie u kan helpen.',
    unsure: 'Voelt iets niet goed? Stop dan. Bel de coördinator. Die staat bij elke afspraak.',
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
        text: 'Uw coördinator ziet uw vraag en kan u bellen. Keek iemand naar uw gegevens? Dan ziet u bij uw gegevens wie en waarom.',
      },
      {
        heading: 'Hoe bewaren wij het?',
        text: 'Namen, adressen en berichten staan versleuteld op onze computers. Iedereen heeft een eigen sleutel. Wist u uw gegevens? Dan gooien wij die sleutel weg.',
      },
      {
        heading: 'Op dit apparaat',
        text: 'Uw half ingevulde vraag, uw half geschreven tekst en uw afspraken staan op uw apparaat. Zo leest u ze ook zonder internet. Na het uitloggen is dat weg. Alleen uw keuze van taal, letters en kleuren blijft. Wij gebruiken alleen cookies die nodig zijn. Wij volgen u niet en tonen geen reclame.',
      },
      {
        heading: 'Uw rechten',
        text: 'U kunt alles bekijken, meenemen, verbeteren en wissen. Dat doet u zelf bij Mijn gegevens. Bellen mag ook.',
      },
    ],
    mapHeading: 'De kaart met straten',
    mapText: (host: string) =>
      `De straten op de kaart komen van ${host}. Die site ziet uw internetadres, en welk stuk van de kaart u bekijkt. Die site ziet niet wie u bent, en niet welke hulp u zoekt of geeft.`,
    keptHeading: 'Hoe lang bewaren wij iets?',
    keptCaption: 'Wat wij bewaren en hoe lang',
    what: 'Wat',
    howLong: 'Hoe lang',
    rows: {
      contact: 'Uw adres en telefoon, bij de buur die u hielp',
      words: 'De tekst van uw vraag, berichten en bedankjes',
      wall: 'Uw woorden op de bedankmuur',
      reply: 'Een antwoord per e-mail dat wij niet konden doorgeven',
      visit: 'Dat u naar een ontmoeting komt',
      unverified: 'Een e-mailadres zonder code',
      inactive: 'Een account dat u niet gebruikt',
      feedback: 'Wat u over deze site schreef',
      session: 'Ingelogd blijven op een apparaat',
      device: 'Afspraken op uw eigen apparaat',
    },
    afterHelp: (time: string) => `${time} na de hulp`,
    afterClosing: (time: string) => `${time} nadat de vraag klaar is`,
    afterReturning: (time: string) => `${time} nadat u het terugkreeg`,
    untilOver: 'Tot de ontmoeting voorbij is',
    inactive: (until: string, notice: string) => `${until}. U krijgt ${notice} ervoor een brief.`,
    orUntilSignOut: (time: string) => `${time}, of tot u uitlogt`,
    hours: (count: number) => `${count} uur`,
    days: (count: number) => (count === 1 ? '1 dag' : `${count} dagen`),
    months: (count: number) => (count === 1 ? '1 maand' : `${count} maanden`),
    complaint: 'Niet tevreden? U kunt een klacht sturen aan de Autoriteit Persoonsgegevens.',
    question: 'Vragen over uw gegevens? Bel ons. Een mens legt het uit.',
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: (municipality: string) =>
      `Deze site moet werken voor iedereen in ${municipality}. Ook met alleen een toetsenbord, grote letters of een schermlezer.`,
    statusHeading: 'Hoe ver zijn wij?',
    status: 'Status C: eerste maatregelen genomen.',
    statusText: 'Er is nog geen onafhankelijk onderzoek gedaan. Daarom mogen wij niet meer beloven dan dit.',
    ruleHeading: 'Welke regels gelden er?',
    rule: 'Wij volgen EN 301 549 en WCAG 2.2, niveau A en AA. Dat moet van de wet voor sites van de overheid.',
    doneHeading: 'Wat wij nakeken',
    done: [
      'Een programma keek elke pagina na, op een breed en een smal scherm.',
      'Ook in een donker beeld, met alleen een toetsenbord en met letters op 200 procent.',
      'Zonder muis en zonder geluid kunt u alles doen.',
      'De antwoordpagina in een e-mail werkt ook zonder JavaScript.',
    ],
    openHeading: 'Wat nog niet klaar is',
    open: [
      'Mensen met een schermlezer lazen de site nog niet voor ons na.',
      'Een onafhankelijk onderzoek is er nog niet.',
      'Of de teksten voor iedereen duidelijk zijn, keek alleen een programma na.',
    ],
    dateHeading: 'Van wanneer is dit?',
    date: 'Deze verklaring is van 22 november 2026. Wij kijken haar elk jaar na, en na elke grote verandering.',
    helpHeading: 'Werkt er iets niet voor u?',
    help: 'Laat het ons weten. U krijgt binnen 2 weken antwoord. Bellen kan ook: een mens helpt u meteen.',
    tell: 'Vertel wat er niet werkt',
    ombudsman: 'Niet tevreden over ons antwoord? Dan kunt u naar de Nationale ombudsman.',
    question: 'Liever bellen? Dat kan altijd.',
  },
  feedback: {
    title: 'Uw mening',
    lead: 'Wat gaat er goed en wat niet? Mensen van de gemeente en Lariks lezen het.',
    subject: 'Waar gaat het over?',
    subjects,
    text: 'Vertel het in uw eigen woorden',
    textHint: 'Schrijf geen namen, adressen of ziektes op.',
    email: 'Uw e-mailadres',
    emailHint: 'Alleen als u antwoord wilt. Het hoeft niet.',
    send: 'Verstuur uw mening',
    errors: {
      subject: 'Kies waar het over gaat',
      text: 'Schrijf op wat u wilt vertellen',
      tooLong: 'Maak uw verhaal korter. Er passen 2000 tekens in.',
      email: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl',
    },
    offline: 'Geen internet. Uw mening is niet verstuurd. Uw woorden staan er nog.',
    sent: 'Dank u wel. Wij lezen het.',
    sentText: (days: string) => `Wij bewaren het hooguit ${days}.`,
    another: 'Vertel nog iets',
    read: 'Lees wat mensen schreven',
    urgent: 'Is er haast bij of gaat het over een afspraak? Bel dan. Dat gaat sneller.',
  },
};
