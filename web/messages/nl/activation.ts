import type { CampaignView, WillingSegment } from '@app/contracts/http/activation.js';

const people = (count: number): string => (count === 1 ? '1 mens' : `${count} mensen`);
const percent = (share: number): string => `${Math.round(100 * Math.abs(share))} van de 100`;

/** For organisers. */
export const activation = {
  title: 'Nodig buren uit',
  lead: 'Schrijf mensen die zeiden: ik ben wel bereid. Uw eigen woorden helpen het best.',
  link: 'Nodig buren uit',
  segments: {
    title: 'Wie kunt u schrijven?',
    names: {
      'never-asked': 'Nog nooit gevraagd',
      'asked-and-silent': 'Wel gevraagd, nog niet geholpen',
      'helped-once': 'Hielp 1 keer',
      resting: 'Hielp eerder, nu al even niet',
    } satisfies Record<WillingSegment, string>,
    people,
    few: 'minder dan 10 mensen',
    nobody: 'nu niemand',
    who: 'Wie zijn dit?',
    choose: 'Schrijf deze groep',
    chooseOf: (name: string) => `Schrijf deze groep: ${name}`,
    running: 'U schrijft deze groep al.',
    never: 'Wie schrijven wij nooit?',
  },
  letter: {
    title: (name: string) => `Uw brief: ${name}`,
    words: 'Uw eigen woorden',
    wordsHint: 'Bijvoorbeeld wie u bent. Geen telefoonnummer, adres of ziekte. Leeg laten mag.',
    tooLong: 'Maak uw tekst korter: hoogstens 400 tekens.',
    show: 'Bekijk de brief',
    shown: 'Zo ziet de brief eruit',
    subject: 'Onderwerp',
    change: 'Haal dit eerst uit uw tekst',
    start: 'Verstuur de brieven',
    stale: 'U veranderde uw tekst. Bekijk de brief opnieuw.',
    back: 'Kies een andere groep',
    rules: (aDay: number) => `Er gaan hoogstens ${aDay} brieven per dag weg. Zo kunt u iedereen antwoorden.`,
    week: 'Een brief telt mee als vraag in iemands week. In stille uren komt er niets.',
    stop: 'In elke brief staat een link om te stoppen.',
  },
  measuring: {
    title: 'Zo zien wij of het werkt',
    heldOut: (count: number) => `Het lot wijst ${people(count)} aan die nu geen brief krijgen.`,
    ordinary: 'Zij krijgen wel gewone vragen van buren, net als anders.',
    once: (days: number) => `Na ${days} dagen kijken wij 1 keer wie een buur hielp. Eerder kijken wij niet.`,
    tooFew: (smallest: number) => `Dit zijn minder dan ${smallest} mensen. Iedereen krijgt een brief, wij meten niets.`,
  },
  started: 'De brieven gaan op weg.',
  stopped: 'Er gaan geen brieven meer weg.',
  campaigns: {
    title: 'Uw brieven tot nu toe',
    none: 'U schreef nog niemand.',
    phases: {
      inviting: 'Brieven gaan weg',
      measuring: 'Wij meten',
      stopped: 'Gestopt',
      finished: 'Klaar',
    } satisfies Record<CampaignView['phase'], string>,
    by: (name: string, day: string) => `${name}, ${day}`,
    gone: 'Iemand die hier weg is',
    written: 'Brieven verstuurd',
    heldOut: 'Zonder brief',
    helped: 'Hielp daarna',
    withLetter: 'Met brief',
    withoutLetter: 'Zonder brief',
    group: 'Groep',
    peopleHead: 'Mensen',
    few: 'minder dan 10',
    lookOn: (day: string) => `Op ${day} kijken wij of het werkte.`,
    notMeasured: 'Deze groep was te klein om te meten.',
    stop: 'Stop deze brieven',
    stopOf: (name: string) => `Stop deze brieven: ${name}`,
    sure: 'Geen brieven meer sturen?',
    sureText: 'Wie al een brief kreeg, houdt die. Opnieuw beginnen kan pas na de meting.',
    table: (name: string) => `Uitkomst: ${name}`,
  },
  verdicts: {
    more: (difference: number) => `De brief werkt: ${percent(difference)} mensen meer hielpen een buur.`,
    less: (difference: number) => `De brief werkt niet: ${percent(difference)} mensen minder hielpen een buur.`,
    unclear: 'Wij weten het niet zeker. Het verschil kan toeval zijn.',
    interval: (from: string, until: string) => `Het echte verschil ligt waarschijnlijk tussen ${from} en ${until}.`,
    points: (share: number) => {
      const rounded = Math.round(100 * share);
      return rounded === 0 ? '0' : `${Math.abs(rounded)} ${rounded > 0 ? 'meer' : 'minder'} per 100`;
    },
  },
  cards: {
    title: 'Kaartjes voor in de straat',
    lead: 'Doe een kaartje in de bus. Wie de code scant, begint meteen bij de goede buurt.',
    where: 'Voor welke buurt?',
    make: 'Maak de kaartjes',
    ready: 'De kaartjes zijn klaar: 8 op een blad.',
    save: 'Bewaar de kaartjes',
    file: 'kaartjes-voor-de-straat.pdf',
  },
};
