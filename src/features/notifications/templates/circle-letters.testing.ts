import { MINUTE } from '@app/domain/kernel/time.js';
import type { LetterFrame } from './data/frame.js';
import type { TemplateData } from './template-data.js';

/** Letters about a circle, as a member reads them. */
export function ofCircle({ language, now: at, municipalityName, isExample, settingsUrl }: LetterFrame) {
  const data = {
    language,
    now: at,
    municipalityName,
    isExample,
    settingsUrl,
    reader: 'member' as const,
    caregiverGivenName: 'Anja',
    otherGivenName: 'Fatma',
    turns: [
      { from: at + 24 * 60 * MINUTE, category: 'groceries' as const },
      { from: at + 4 * 24 * 60 * MINUTE, category: 'coffee' as const },
    ],
    circleUrl: 'https://leusden.example/kring/1',
    desk: { organisation: 'Huiskamer van Leusden', givenName: 'Els', phone: '033 - 000 00 02' },
  };
  return {
    'circle-joining': { ...data, reader: 'caregiver' as const, turns: [] },
    'circle-joined': { ...data, otherGivenName: null, turns: [] },
    'circle-swap-asked': data,
    'circle-taken-over': data,
    'circle-left-out': data,
    'circle-unfilled': data,
    'circle-reminder': data,
  } satisfies Partial<TemplateData>;
}
