import type { AskingPolicyView, PolicyChoice } from '@app/contracts/http/asking.js';

/** A share as people say it: so many of a hundred. */
const ofHundred = (share: number): string => `${Math.round(100 * share)} van de 100`;
const decimal = (value: number): string => value.toLocaleString('nl-NL', { maximumFractionDigits: 1 });

export const asking = {
  asked: {
    title: 'Wie is gevraagd?',
    lead: 'U ziet wie wij vroegen en waarom. Wie nee zei, ziet niemand.',
    nobody: 'Er is nog niemand gevraagd.',
    around: (moment: string) => `Rond ${moment}`,
    people: (count: number) => (count === 1 ? '1 buur gevraagd' : `${count} buren gevraagd`),
    fromElsewhere: (count: number) =>
      count === 1 ? '1 buur van buiten uw gebied' : `${count} buren van buiten uw gebied`,
    how: 'Lees hoe het systeem kiest',
  },
  title: 'Hoe kiest het systeem?',
  lead: 'Het systeem vraagt steeds een paar buren tegelijk. Zegt iemand nee, dan vraagt het een ander.',
  rules: [
    'Het kiest mensen die dichtbij wonen en deze hulp willen geven.',
    'Het vraagt niemand vaker dan die persoon goed vindt.',
    'Wie weinig is gevraagd, gaat voor. Wie net hielp, krijgt rust.',
    'Het kijkt niet naar leeftijd, afkomst of gezondheid.',
    'Het leert van antwoorden hoe vaak mensen ja zeggen.',
  ],
  preset: {
    title: 'Wie gaat voor?',
    names: {
      lean: 'Zo min mogelijk vragen',
      balanced: 'In balans',
      active: 'Nieuwe helpers eerst',
    } satisfies Record<PolicyChoice['preset'], string>,
  },
  tempo: {
    title: 'Hoe snel?',
    names: {
      standard: 'Gewoon',
      calm: 'Rustig: minder mensen tegelijk',
    } satisfies Record<PolicyChoice['tempo'], string>,
  },
  shadow: {
    title: 'Een andere keuze proberen?',
    hint: 'Wij rekenen dan mee. Niemand krijgt daardoor een vraag.',
    none: 'Nee',
    before: 'Dezelfde keuze, met onze regels van hiervoor',
    kept: (name: string) => `Zoals nu: ${name}`,
  },
  otherRules: (generation: string) => `regels ${generation}`,
  save: 'Bewaar deze keuze',
  saved: 'Uw keuze is bewaard.',
  shortOfHelp: (names: string) =>
    `In ${names} lukt het minder vaak om hulp te vinden. Wij vragen daar ook meteen mensen van verder weg. Zoek daar nieuwe buren.`,
  comparison: {
    title: 'De proef van de laatste 30 dagen',
    waiting: 'Er is nog niets om te vergelijken.',
    asked: (own: number, tried: number) =>
      `Wij vroegen gemiddeld ${decimal(own)} mensen per keer. In de proef waren dat er ${decimal(tried)}.`,
    same: (share: number) => `${ofHundred(share)} mensen zou de proef ook vragen.`,
    newcomers: (own: number, tried: number) =>
      `Nog nooit geholpen: nu ${ofHundred(own)}, in de proef ${ofHundred(tried)}.`,
  },
  reliability: {
    title: 'Klopt de schatting?',
    lead: (answers: number) =>
      answers === 1
        ? 'Dit gaat over 1 vraag in de hele gemeente.'
        : `Dit gaat over ${answers} vragen in de hele gemeente.`,
    none: 'Er zijn nog geen antwoorden om van te leren.',
    expected: 'Wij verwachtten een ja',
    observed: 'Zei ja',
    likely: (from: number, until: number) => `tussen ${Math.round(100 * from)} en ${Math.round(100 * until)}`,
    asks: 'Vragen',
    share: ofHundred,
    tooFew: 'te weinig vragen',
    verdict: {
      holds: 'De schatting klopt.',
      likelier: 'De schatting wijkt af: mensen zeggen nu vaker ja dan verwacht.',
      'less-likely': 'De schatting wijkt af: mensen zeggen nu minder vaak ja dan verwacht.',
      off: 'De schatting wijkt af.',
      unknown: 'Er zijn nog te weinig antwoorden om dat te zeggen.',
    } satisfies Record<AskingPolicyView['reliability']['verdict'], string>,
    since: (moment: string) => `Dat zien wij sinds ${moment}.`,
    error: (share: number) => `Het verschil is gemiddeld ${decimal(100 * share)} op de 100.`,
  },
  changes: {
    title: 'Wie veranderde dit?',
    none: 'Er is nog niets veranderd.',
    line: (by: string | null, from: string, to: string) =>
      `${by === '' ? 'Iemand die hier weg is' : (by ?? 'Met nieuwe regels van ons')}: van ${from} naar ${to}`,
    shadow: (name: string) => `proef met ${name}`,
    noShadow: 'geen proef',
  },
};
