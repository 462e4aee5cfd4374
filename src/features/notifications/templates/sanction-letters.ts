import { button, person, text, type Block, type LetterDraft } from './letter-block.js';
import { dayText } from './time-text.js';
import type { AppealDecidedData, SanctionImposedData, SanctionLiftedData } from './template-data.js';

const titles: Record<SanctionImposedData['kind'], string> = {
  warning: 'U krijgt een waarschuwing',
  pause: 'U doet even niet mee',
  'no-helping': 'U kunt nu geen hulp geven',
  'no-asking': 'U kunt nu geen hulp vragen',
  removal: 'U doet niet meer mee',
};

const meanings: Record<SanctionImposedData['kind'], string> = {
  warning: 'U kunt gewoon blijven meedoen.',
  pause: 'U kunt nu geen hulp vragen en geen hulp geven.',
  'no-helping': 'Hulp vragen kan nog wel.',
  'no-asking': 'Hulp geven kan nog wel.',
  removal: 'U kunt niet meer inloggen.',
};

function untilText({ kind, until, now }: SanctionImposedData): Block[] {
  if (kind === 'warning' || kind === 'removal') return [];
  return [text(until === null ? 'Dit geldt tot wij het opheffen.' : `Dit geldt tot en met ${dayText(until, now)}.`)];
}

/** Somebody may not do something for a while: what, why, until when, and who looks again. */
export function sanctionImposed(data: SanctionImposedData): LetterDraft {
  const title = titles[data.kind];
  return {
    subject: title,
    preview: `${title}. In dit bericht staat waarom, en wat u kunt doen.`,
    title,
    blocks: [
      text(meanings[data.kind]),
      ...untilText(data),
      text('Dit schreef de coördinator:'),
      { kind: 'quote', by: 'De coördinator', text: data.explanation },
      text('Vindt u dat dit niet klopt? Dan kijkt iemand anders er opnieuw naar.'),
      ...(data.measuresUrl === null ? [] : [button('Vraag om opnieuw te kijken', data.measuresUrl)]),
      person(`Liever praten? Bel ${data.desk.givenName}`, data.desk),
    ],
    because: 'U krijgt deze mail omdat u meedoet met Zorgzame Buurten.',
    smsUrl: data.measuresUrl,
    call: data.desk,
  };
}

/** Somebody else looked again. */
export function appealDecided(data: AppealDecidedData): LetterDraft {
  const title = data.granted ? 'De maatregel is opgeheven' : 'De maatregel blijft';
  return {
    subject: `Opnieuw gekeken: ${title.toLowerCase()}`,
    preview: `Iemand anders keek opnieuw. ${title}.`,
    title,
    blocks: [
      text('Iemand anders keek opnieuw naar het besluit.'),
      { kind: 'quote', by: 'Wie opnieuw keek', text: data.answer },
      text(data.granted ? 'U kunt weer meedoen.' : 'Heeft u nog vragen? Dan kunt u ons bellen.'),
      button('Bekijk het besluit', data.measuresUrl),
      person(`Vragen? Bel ${data.desk.givenName}`, data.desk),
    ],
    because: 'U krijgt deze mail omdat u vroeg om opnieuw te kijken.',
    smsUrl: data.measuresUrl,
    call: data.desk,
  };
}

/** It ends before its time. */
export function sanctionLifted(data: SanctionLiftedData): LetterDraft {
  return {
    subject: 'U kunt weer meedoen',
    preview: 'De maatregel is opgeheven. U kunt weer meedoen.',
    title: 'De maatregel is opgeheven',
    blocks: [
      text('U kunt weer meedoen.'),
      text('Dit schreef de coördinator:'),
      { kind: 'quote', by: 'De coördinator', text: data.explanation },
      button('Bekijk het besluit', data.measuresUrl),
      person(`Vragen? Bel ${data.desk.givenName}`, data.desk),
    ],
    because: 'U krijgt deze mail omdat u meedoet met Zorgzame Buurten.',
    smsUrl: data.measuresUrl,
    call: data.desk,
  };
}
