import type { FileImportView } from '@app/contracts/http/file-imports.js';

const number = (value: number): string => value.toLocaleString('nl-NL');
const megabytes = (bytes: number): string =>
  (bytes / 1_048_576).toLocaleString('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const size = (bytes: number): string =>
  bytes < 1_048_576 ? `${number(Math.ceil(bytes / 1_024))} kB` : `${megabytes(bytes)} MB`;
const rows = (count: number): string => (count === 1 ? '1 rij' : `${number(count)} rijen`);
const places = (count: number): string => (count === 1 ? '1 buurt' : `${number(count)} buurten`);

/** For administrators of the municipality. */
export const fileImports = {
  title: 'Bestanden inlezen',
  lead: 'Lees buurten of leden in. Eerst ziet u wat er verandert. Daarna kiest u zelf.',
  back: 'Terug naar de verenigingen',
  add: {
    title: 'Stuur een bestand',
    kind: 'Wat staat erin?',
    kinds: {
      neighbourhoods: 'Buurten (GeoJSON van CBS)',
      members: 'Leden (CSV)',
    } satisfies Record<FileImportView['kind'], string>,
    hints: {
      neighbourhoods: 'De wijk- en buurtkaart van de hele gemeente, in WGS84 of RD.',
      members: 'Kolommen: e-mail, voornaam, achternaam, buurtcode.',
    } satisfies Record<FileImportView['kind'], string>,
    must: { byPlace: 'E-mail en buurtcode moeten.', byOne: 'Alleen e-mail moet.' },
    who: 'Wie nodigt de leden uit?',
    byPlace: 'De vereniging van hun buurt',
    file: 'Bestand',
    largest: 'Het bestand mag 32 MB groot zijn.',
    none: 'Kies eerst een bestand.',
    empty: 'Dit bestand is leeg.',
    tooLarge: (bytes: number) => `Dit bestand is ${size(bytes)}. Het mag 32 MB zijn.`,
    unreadable: 'Dit bestand kan niet gelezen worden. Is het veranderd? Kies het opnieuw.',
    send: 'Stuur het bestand',
    letters: 'Wie nieuw is, krijgt 1 mail. Niemand doet mee voordat die ja zegt.',
  },
  of: { neighbourhoods: 'Buurten', members: 'Leden' } satisfies Record<FileImportView['kind'], string>,
  on: (kind: string, moment: string) => `${kind}, ${moment}`,
  heads: {
    receiving: 'Het bestand komt binnen',
    checking: 'Wij kijken het bestand na',
    waiting: 'Kijk wat er verandert',
    taking: 'Wij nemen het over',
    taken: 'Het is overgenomen',
    refused: 'Dit bestand kunnen wij niet overnemen',
    cancelled: 'Afgebroken. Er is niets veranderd.',
    expired: 'Niemand koos. Het bestand is gewist.',
  } satisfies Record<FileImportView['status'], string>,
  received: (received: number, all: number) => `${size(received)} van ${size(all)} is binnen.`,
  elsewhere: 'Stuurt u het niet meer? Kies hetzelfde bestand opnieuw, dan gaan wij verder.',
  lost: 'Er is even geen verbinding. Wij gaan vanzelf verder.',
  done: (count: number) => `${rows(count)} klaar.`,
  mayLeave: 'U kunt deze pagina sluiten. Het gaat gewoon door.',
  silent: 'Het staat even stil. Wij beginnen vanzelf opnieuw. Er gaat niets dubbel.',
  untouched: 'Er is niets veranderd. Het bestand is gewist.',
  gone: 'Het bestand is gewist.',
  until: (moment: string) => `U kunt kiezen tot ${moment}. Daarna is het bestand gewist.`,
  members: {
    rows: 'In het bestand',
    rowsOf: rows,
    invited: 'Krijgt een uitnodiging',
    known: 'Was al bekend, blijft zoals het is',
    wrong: 'Klopt niet, doet niet mee',
    people: (count: number) => (count === 1 ? '1 mens' : `${number(count)} mensen`),
  },
  neighbourhoods: {
    added: 'Nieuw',
    changed: 'Anders',
    unchanged: 'Blijft gelijk',
    replaced: 'Vervangen',
    count: places,
    becomes: (from: string, to: string) => `${from} wordt ${to}`,
    named: (name: string, code: string) => `${name} (${code})`,
    which: 'Welke buurten?',
    notes: 'Dit hebben wij aangepast',
  },
  faults: {
    title: 'Dit klopt niet',
    line: (line: number, place: string) => `Regel ${line}, ${place}: `,
    more: (count: number) => `En nog ${number(count)}. Het verslag heeft er meer.`,
    report: 'Bewaar het verslag (CSV)',
    file: 'verslag.csv',
  },
  refusals: {
    'import-unfinished': 'Er wacht nog een bestand van deze soort. Rond dat eerst af.',
    'import-moved-on': 'Dit kan nu niet meer met dit bestand. Kijk hoe het ervoor staat.',
  },
  decide: {
    all: 'Neem alles over',
    letters: (count: number) =>
      `Neemt u het over? Dan sturen wij ${count === 1 ? '1 mens' : `${number(count)} mensen`} een mail. Dat kan niet terug.`,
    goodRows: 'Neem alleen de goede rijen over',
    cancel: 'Breek af',
    correct: 'U kunt ook afbreken, het bestand verbeteren en opnieuw sturen.',
    nothing: 'In dit bestand staat geen goede rij.',
  },
  earlier: 'Eerdere bestanden',
  noneYet: 'Er zijn de laatste maand geen andere bestanden gestuurd.',
};
