import { describe, expect, it } from '@jest/globals';
import type { SettingsChoice } from '@app/contracts/http/association-settings.js';
import { differing, mergedOver, valueText } from './settings-draft.js';

const base: SettingsChoice = {
  name: 'Noord',
  neighbourhoodCodes: ['BU03270000'],
  moderationMode: 'after',
  pace: { acuteCoordinatorMinutes: 30, acuteDeskMinutes: 60, plannedCoordinatorPercent: 50, plannedDeskPercent: 75 },
  openingHours: null,
  fallback: { kind: 'desk', associationId: null },
  welcomeText: null,
  nobodyText: null,
  contactPersonId: 'p',
  deputyPersonId: null,
};

describe('a choice of settings', () => {
  it('differs in the fields that differ, whatever the order of their parts', () => {
    const { acuteCoordinatorMinutes, ...rest } = base.pace;
    const other = { ...base, pace: { ...rest, acuteCoordinatorMinutes }, name: 'Zuid' };
    expect(differing(base, other)).toEqual(['name']);
    expect(differing(base, base)).toEqual([]);
  });

  it('goes over what somebody else chose meanwhile, field by field', () => {
    const mine: SettingsChoice = { ...base, name: 'Mijn naam' };
    const theirs: SettingsChoice = { ...base, welcomeText: 'Welkom', name: 'Hun naam' };
    expect(mergedOver(theirs, base, mine)).toEqual({ ...theirs, name: 'Mijn naam' });
    expect(mergedOver(theirs, base, base)).toEqual(theirs);
  });

  it.each([
    ['moderationMode', 'after', 'Ik kijk achteraf mee'],
    ['openingHours', null, 'Altijd'],
    [
      'openingHours',
      { weekly: [{ day: 'monday', from: '09:00', until: '12:00' }], closedDays: [] },
      'Maandag 09:00 tot 12:00',
    ],
    ['fallback', { kind: 'association', associationId: 's' }, 'Zuid'],
    ['fallback', { kind: 'desk', associationId: null }, 'Het loket'],
    ['fallback', { kind: 'association', associationId: 'gone' }, 'niets'],
    ['contactPersonId', 'p', 'Marja'],
    ['contactPersonId', 'q', 'iemand die hier weg is'],
    ['welcomeText', null, 'niets'],
    ['welcomeText', 'Welkom', 'Welkom'],
    ['neighbourhoodCodes', ['BU03270000'], 'BU03270000'],
  ])('says %s %j as %s', (field, value, expected) => {
    const fallbacks = [
      { kind: 'desk' as const, associationId: null, name: 'Het loket' },
      { kind: 'association' as const, associationId: 's', name: 'Zuid' },
    ];
    expect(valueText(field, value, { colleagues: [{ personId: 'p', givenName: 'Marja' }], fallbacks })).toBe(expected);
  });
});
