import { HOUR } from '@app/domain/kernel/time.js';
import type { LetterFrame } from './data/frame.js';
import type { TemplateData } from './template-data.js';

/** Letters about a gathering, as who said to come reads them. */
export function ofGathering({ language, now: at, municipalityName, isExample, settingsUrl }: LetterFrame) {
  const data = {
    language,
    now: at,
    municipalityName,
    isExample,
    settingsUrl,
    gatheringDateId: '0192f0c0-0000-7000-8000-00000000000a',
    title: 'Mantelzorgcafé',
    place: 'Voorbeeldzaal, Voorbeeldplein 1',
    neighbourhoodName: 'Hamershof',
    from: at + 20 * HOUR,
    until: at + 22 * HOUR,
    pageUrl: 'https://leusden.example/ontmoetingen/1',
    organiser: { organisation: 'Huiskamer van Leusden', givenName: 'Els', phone: '033 - 000 00 02' },
  };
  return {
    'gathering-cancelled': data,
    'gathering-cancelled-now': data,
    'gathering-changed': data,
    'gathering-reminder': data,
  } satisfies Partial<TemplateData>;
}
