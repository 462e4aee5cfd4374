import type { WillingSegment } from '@app/contracts/http/activation.js';
import type { SanctionKind } from '@app/contracts/http/reports.js';
import type { ReplyFault } from '../data/to-members.js';

const titles: Record<SanctionKind, string> = {
  warning: 'U krijgt een waarschuwing',
  pause: 'U doet even niet mee',
  'no-helping': 'U kunt nu geen hulp geven',
  'no-asking': 'U kunt nu geen hulp vragen',
  removal: 'U doet niet meer mee',
};

const meanings: Record<SanctionKind, string> = {
  warning: 'U kunt gewoon blijven meedoen.',
  pause: 'U kunt nu geen hulp vragen en geen hulp geven.',
  'no-helping': 'Hulp vragen kan nog wel.',
  'no-asking': 'Hulp geven kan nog wel.',
  removal: 'U kunt niet meer inloggen.',
};

/** What letters say that are about the reader and not about a help request. */
export const nlOwn = {
  sanction: {
    titles,
    meanings,
    noEnd: 'Dit geldt tot wij het opheffen.',
    until: (day: string) => `Dit geldt tot en met ${day}.`,
    preview: (title: string) => `${title}. In dit bericht staat waarom, en wat u kunt doen.`,
    wrote: 'Dit schreef de coördinator:',
    coordinator: 'De coördinator',
    wrong: 'Vindt u dat dit niet klopt? Dan kijkt iemand anders er opnieuw naar.',
    appeal: 'Vraag om opnieuw te kijken',
    talk: (name: string) => `Liever praten? Bel ${name}`,
    granted: 'De maatregel is opgeheven',
    upheld: 'De maatregel blijft',
    again: (title: string) => `Opnieuw gekeken: ${title}`,
    againPreview: (title: string) => `Iemand anders keek opnieuw. ${title}.`,
    againText: 'Iemand anders keek opnieuw naar het besluit.',
    whoLooked: 'Wie opnieuw keek',
    backIn: 'U kunt weer meedoen.',
    stillQuestions: 'Heeft u nog vragen? Dan kunt u ons bellen.',
    see: 'Bekijk het besluit',
    liftedPreview: 'De maatregel is opgeheven. U kunt weer meedoen.',
  },
  code: {
    subject: (code: string) => `${code} is uw code voor Zorgzame Buurten`,
    preview: (code: string, minutes: number) => `Uw code is ${code}. De code werkt ${minutes} minuten.`,
    confirm: 'Bevestig uw vraag met deze code',
    signIn: 'Uw code om in te loggen',
    fill: 'Vul deze code in op de pagina die u open heeft:',
    works: (minutes: number) => `De code werkt ${minutes} minuten en 1 keer.`,
    next: 'Daarna gaat uw vraag naar de buren.',
    nobody: 'Geef deze code aan niemand. Wij vragen er nooit om aan de telefoon.',
    notYou: 'Heeft u geen code gevraagd? Dan hoeft u niets te doen.',
  },
  inactive: {
    title: 'Wilt u uw account houden?',
    preview: 'U was 1 jaar niet bij Zorgzame Buurten. Over 30 dagen wissen wij uw account.',
    away: 'U was 1 jaar niet bij Zorgzame Buurten.',
    erase: 'Over 30 dagen wissen wij uw account en al uw gegevens.',
    stay: 'Wilt u blijven? Log dan 1 keer in. Meer hoeft niet.',
    signIn: 'Log in',
    leave: 'Wilt u niet blijven? Dan hoeft u niets te doen.',
  },
  vog: {
    over: 'Uw VOG telt niet meer',
    soon: 'Uw VOG telt nog kort',
    counted: (day: string) => `Uw VOG telde tot ${day}.`,
    counts: (day: string) => `Uw VOG telt tot ${day}.`,
    preview: (when: string) => `${when} In dit bericht staat wat u kunt doen.`,
    goOn: 'U kunt gewoon blijven helpen.',
    onlyThen: 'Alleen bij een vraag waar een VOG voor nodig is, kan dat dan even niet.',
    renew: (organisation: string) =>
      `Wilt u een nieuwe VOG? Laat hem zien bij ${organisation}. Wij bewaren alleen de datum.`,
    see: 'Bekijk wat wij weten',
    because: 'U krijgt deze mail omdat u uw VOG liet zien.',
  },
  question: {
    because: 'U krijgt deze mail omdat u een vraag stelde aan het loket.',
    moved: (owner: string) => `Uw vraag is nu bij ${owner}`,
    movedText: (owner: string) => `${owner} heeft uw vraag en zoekt het antwoord.`,
    answered: 'Antwoord op uw vraag',
    answeredTitle: 'Er is een antwoord op uw vraag',
    answeredPreview: 'Er is een antwoord op uw vraag aan het loket.',
    see: 'Bekijk uw vraag',
    talk: (name: string) => `Wilt u erover praten? Bel ${name}`,
  },
  reply: {
    notArrived: 'Uw antwoord per mail is niet aangekomen',
    withoutFiles: 'Uw antwoord is aangekomen zonder bijlage',
    preview: 'In de mail staat waarom, en wat u kunt doen.',
    faults: {
      over: 'U kunt in dit gesprek niet meer schrijven. De afspraak is voorbij.',
      'other-sender':
        'Er kwam een antwoord van een ander mailadres dan het uwe. Wij gaven het niet door, omdat wij niet weten wie het schreef. Schreef u het zelf? Zet het dan in het gesprek.',
      empty: 'In uw mail stond geen bericht. Antwoord nog een keer, of schrijf in het gesprek.',
      'too-long': 'Uw antwoord is te lang. Een bericht heeft ten hoogste 1000 tekens.',
      'files-left': 'De ander leest uw woorden. De bijlage gaat niet mee: bestanden sturen kan hier niet.',
    } satisfies Record<ReplyFault, string>,
    wrote: 'Dit stond in de mail:',
    open: 'Open het gesprek',
    talk: (name: string) => `Lukt het niet? Bel ${name}`,
    because: 'U krijgt deze mail omdat er een antwoord kwam op een mail aan u.',
  },
  invitation: {
    segments: {
      'never-asked': {
        subject: (sender: string) => `${sender} vraagt: begint u met iets kleins?`,
        opening: [
          'U zei: ik ben wel bereid. Dank u wel daarvoor.',
          'Er was nog geen vraag voor u. Wilt u klein beginnen?',
        ],
      },
      'asked-and-silent': {
        subject: (sender: string) => `${sender} vraagt: past iets kleins u beter?`,
        opening: [
          'Wij vroegen u al eens of u een buur wilde helpen. Het kwam toen niet uit. Dat geeft niets.',
          'Misschien past iets kleins of een ander moment u beter.',
        ],
      },
      'helped-once': {
        subject: (sender: string) => `${sender} bedankt u voor uw hulp`,
        opening: ['U hielp een buur. Dank u wel.', 'Vond u het fijn? Dan kunt u vaker iets kleins doen.'],
      },
      resting: {
        subject: (sender: string) => `${sender} schrijft: u bent altijd welkom`,
        opening: [
          'U hielp eerder buren. Dat is al even geleden. Dank u wel daarvoor.',
          'Komt het weer uit? Dan bent u welkom.',
        ],
      },
    } satisfies Record<WillingSegment, { subject: (sender: string) => string; opening: readonly string[] }>,
    preview: (sender: string, organisation: string) =>
      `${sender} van ${organisation} schrijft u over helpen in de buurt.`,
    small: 'U koos dit. Het kost vaak niet veel tijd:',
    task: (name: string, duration: string) => `${name}, ongeveer ${duration}`,
    look: 'Kijk wie hulp zoekt',
    nothing: 'Past het niet? Dan hoeft u niets te doen.',
    talk: (name: string) => `Liever praten? Bel ${name}`,
    stop: 'Ik wil geen uitnodigingen meer',
  },
};
