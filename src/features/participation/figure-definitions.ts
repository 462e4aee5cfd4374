import type { Measure } from '@app/domain/participation/index.js';

type FigureUnit = 'people' | 'requests' | 'times' | 'circles' | 'turns' | 'questions' | 'gatherings';

/** What a figure counts, in the words that stand beside it. */
export interface FigureDefinition {
  readonly name: string;
  /** One sentence. */
  readonly definition: string;
  readonly unit: FigureUnit;
  /** Names of the parts, in their order; empty for a figure without parts. */
  readonly buckets: Readonly<Record<string, string>>;
}

/** Where all of these figures come from; shown beside each table. */
export const figureSource =
  'Zorgzame Buurten: geteld uit wat er in deze dienst gebeurde, niet uit een enquête. Wie buiten de dienst om helpt, telt niet mee.';

const times = {
  '1': '1 keer',
  '2': '2 keer',
  '3-4': '3 of 4 keer',
  '5-9': '5 tot en met 9 keer',
  '10-up': '10 keer of vaker',
};
const before = { already: 'Hielp al', 'not-yet': 'Hielp nog niet, wel bereid' };

/** Themes of the conference of carers. */
const themes = {
  'finding-the-way': 'Informatie en de weg vinden',
  'how-it-feels': 'Hoe het is voor de mantelzorger',
  neighbours: 'Hulp van buren',
  'professional-help': 'Hulp van een beroepskracht',
  technology: 'Nieuwe dingen en techniek',
  other: 'Iets anders',
};

const gatheringKinds = {
  coffee: 'Koffie',
  'caregiver-cafe': 'Mantelzorgcafé',
  'young-adults': 'Jongeren van 18 tot en met 24 jaar',
  meal: 'Samen eten',
  walk: 'Samen wandelen',
  other: 'Iets anders',
};

/** What each figure means. A person counts once in each step, in the quarter in which they reached it. */
export const figureDefinitions: Readonly<Record<Measure, FigureDefinition>> = {
  reached: {
    name: 'Bereikt',
    definition: 'Mensen die voor het eerst een account maakten, zich aanmeldden als buur of een vraag om hulp kregen.',
    unit: 'people',
    buckets: {},
  },
  willing: {
    name: 'Wel bereid',
    definition: 'Mensen die voor het eerst aangaven dat zij een buur willen helpen.',
    unit: 'people',
    buckets: before,
  },
  asked: {
    name: 'Gevraagd',
    definition: 'Mensen die voor het eerst een vraag om hulp kregen.',
    unit: 'people',
    buckets: {},
  },
  'first-help': {
    name: 'Eerste hulp',
    definition: 'Mensen van wie de eerste hulp is afgerond en gelukt, volgens de vrager of de helper.',
    unit: 'people',
    buckets: { ...before, unknown: 'Niet bekend' },
  },
  regular: {
    name: 'Helpt vaker',
    definition: 'Mensen die voor de derde keer met goed gevolg een buur hielpen.',
    unit: 'people',
    buckets: {},
  },
  resting: {
    name: 'Rust',
    definition: 'Mensen die op de laatste dag van het kwartaal een pauze hadden ingesteld.',
    unit: 'people',
    buckets: {},
  },
  left: {
    name: 'Gestopt',
    definition: 'Mensen die bereid waren te helpen en van wie het account is verwijderd.',
    unit: 'people',
    buckets: {},
  },
  helpers: {
    name: 'Helpers, naar hoe vaak',
    definition: 'Mensen die in het kwartaal minstens een keer hielpen, verdeeld naar hoe vaak zij dat deden.',
    unit: 'people',
    buckets: times,
  },
  helps: {
    name: 'Keren hulp',
    definition:
      'Hoe vaak een buur in het kwartaal hielp en dat gelukt is; twee helpers bij een hulpvraag tellen als twee keer.',
    unit: 'times',
    buckets: {},
  },
  'helps-by-load': {
    name: 'Keren hulp, naar hoe vaak iemand hielp',
    definition:
      'Alle keren hulp in het kwartaal, verdeeld naar hoe vaak de helper in dat kwartaal hielp: zo ziet u wie hoeveel draagt.',
    unit: 'times',
    buckets: { ...times, unknown: 'Niet bekend' },
  },
  'people-asked': {
    name: 'Gevraagde mensen, naar hoe vaak',
    definition: 'Mensen die in het kwartaal minstens een vraag om hulp kregen, verdeeld naar hoeveel vragen dat waren.',
    unit: 'people',
    buckets: times,
  },
  asks: {
    name: 'Vragen aan buren',
    definition: 'Hoeveel vragen om hulp in het kwartaal aan buren zijn gesteld, met een bericht of aan de telefoon.',
    unit: 'times',
    buckets: {},
  },
  requests: {
    name: 'Hulpvragen, naar afloop',
    definition: 'Hulpvragen die in het kwartaal aan buren zijn voorgelegd, verdeeld naar hoe zij afliepen.',
    unit: 'requests',
    buckets: {
      running: 'Loopt nog',
      helped: 'Geholpen',
      'not-helped': 'Niet gelukt',
      cancelled: 'Ingetrokken door de vrager',
      'expired-unfilled': 'Geen buur gevonden',
      'expired-untold': 'Afloop niet doorgegeven',
    },
  },
  'requests-by-urgency': {
    name: 'Hulpvragen, naar spoed',
    definition: 'Hulpvragen die in het kwartaal aan buren zijn voorgelegd: binnen enkele uren nodig, of gepland.',
    unit: 'requests',
    buckets: { acute: 'Snel nodig', planned: 'Gepland' },
  },
  'requests-by-category': {
    name: 'Hulpvragen, naar soort hulp',
    definition: 'Hulpvragen die in het kwartaal aan buren zijn voorgelegd, verdeeld naar het soort hulp.',
    unit: 'requests',
    buckets: {},
  },
  'time-to-yes': {
    name: 'Tijd tot een ja',
    definition:
      'Hulpvragen van het kwartaal waarop een buur ja zei, verdeeld naar de tijd tussen voorleggen en de eerste ja.',
    unit: 'requests',
    buckets: {
      '15-minutes': 'Binnen een kwartier',
      '1-hour': 'Binnen een uur',
      '4-hours': 'Binnen 4 uur',
      '1-day': 'Binnen een dag',
      '3-days': 'Binnen 3 dagen',
      longer: 'Later',
    },
  },
  'asks-of-helped': {
    name: 'Vragen bij geholpen hulpvragen',
    definition: 'Hoeveel vragen aan buren zijn gesteld voor de hulpvragen van het kwartaal die gelukt zijn.',
    unit: 'times',
    buckets: {},
  },
  unfilled: {
    name: 'Hulpvragen zonder buur, naar reden',
    definition: 'Hulpvragen van het kwartaal waarvoor geen buur is gevonden, verdeeld naar wat er gebeurde.',
    unit: 'requests',
    buckets: {
      'nobody-asked': 'Er was niemand om te vragen',
      'all-declined': 'Iedereen die gevraagd is, zei nee',
      'no-answer': 'Niet iedereen gaf antwoord, en niemand zei ja',
      'fell-through': 'Iemand zei ja, maar kon later niet',
    },
  },
  circles: {
    name: 'Zorgkringen',
    definition: 'Zorgkringen waarin in het kwartaal minstens een beurt was.',
    unit: 'circles',
    buckets: {},
  },
  'circle-turns': {
    name: 'Beurten in zorgkringen',
    definition: 'Beurten in zorgkringen waarvan de tijd in het kwartaal voorbij ging, verdeeld naar wie er zou komen.',
    unit: 'turns',
    buckets: { member: 'Iemand uit de kring', board: 'Een buur via het bord', nobody: 'Niemand' },
  },
  gatherings: {
    name: 'Ontmoetingen, naar wat ervan kwam',
    definition:
      'Keren dat er in het kwartaal een ontmoeting was aangekondigd, verdeeld naar wat ervan kwam volgens de organisator.',
    unit: 'gatherings',
    buckets: {
      held: 'Ging door',
      cancelled: 'Vooraf afgezegd',
      'not-held': 'Ging toch niet door',
      untold: 'Niet doorgegeven',
    },
  },
  'gathering-visits': {
    name: 'Bezoeken aan ontmoetingen',
    definition:
      'Hoeveel mensen er bij de ontmoetingen van het kwartaal samen waren, geteld door de organisator, zonder namen; wie twee keer kwam, telt twee keer.',
    unit: 'times',
    buckets: gatheringKinds,
  },
  'gathering-peaks': {
    name: 'Bezoekers op de drukste keer',
    definition:
      'Hoeveel mensen er waren op de drukste keer van elke ontmoeting in het kwartaal: zoveel verschillende mensen kwamen er zeker.',
    unit: 'people',
    buckets: gatheringKinds,
  },
  'desk-questions': {
    name: 'Vragen aan het loket, naar tijd tot antwoord',
    definition: 'Vragen die in het kwartaal aan het loket zijn gesteld, verdeeld naar hoe lang het antwoord duurde.',
    unit: 'questions',
    buckets: {
      '1-day': 'Binnen een dag',
      '2-days': 'Binnen 2 dagen',
      '1-week': 'Binnen een week',
      longer: 'Later',
      open: 'Nog geen antwoord',
      withdrawn: 'Vervallen',
    },
  },
  'desk-themes': {
    name: 'Beantwoorde vragen, naar thema',
    definition:
      'Vragen van het kwartaal die beantwoord zijn, verdeeld naar de thema’s van de mantelzorgconferentie van 23 september 2025.',
    unit: 'questions',
    buckets: themes,
  },
  'desk-handovers': {
    name: 'Vragen die een ander kreeg',
    definition: 'Vragen van het kwartaal die van eigenaar wisselden, verdeeld naar wie de vraag het laatst kreeg.',
    unit: 'questions',
    buckets: {
      association: 'Een wijkvereniging',
      desk: 'Het loket',
      'desk-late': 'Het loket, omdat het te lang duurde',
      welfare: 'Lariks',
    },
  },
  'strain-signals': {
    name: 'Mantelzorgers die gebeld wilden worden',
    definition:
      'Vragen van het kwartaal waarbij iemand zei dat het zwaar is en gebeld wilde worden, zonder wie dat terugnam, verdeeld naar wat ervan kwam.',
    unit: 'questions',
    buckets: { followed: 'Er is contact geweest', waiting: 'Wacht op contact', withdrawn: 'Vervallen' },
  },
  'strain-themes': {
    name: 'Wie gebeld wilde worden, naar thema',
    definition:
      'Mantelzorgers die gebeld wilden worden en met wie contact is geweest, verdeeld naar de thema’s van de mantelzorgconferentie van 23 september 2025.',
    unit: 'questions',
    buckets: themes,
  },
};
