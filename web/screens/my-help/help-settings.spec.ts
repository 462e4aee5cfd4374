import { describe, expect, it } from '@jest/globals';
import { emptyForm, profileOf } from '../willing/willing-form.js';
import { changedProfile, errorsOf, settingsOf } from './help-settings.js';

const profile = profileOf({ ...emptyForm, neighbourhoodCode: 'BU03270107', categories: ['coffee'] }, undefined);
const settings = settingsOf(profile);

describe('what a neighbour set about being asked', () => {
  it('comes back unchanged when nothing is changed', () => {
    expect(changedProfile(settings, profile)).toEqual({
      ...profile,
      helpsWhileAsking: false,
      againAtOnce: false,
    });
  });

  it('keeps hours that the six slots cannot say', () => {
    const own = { ...profile, availability: [{ day: 'monday' as const, from: '09:00', until: '10:00' }] };
    const after = changedProfile({ ...settingsOf(own), weeklyAskBudget: 1 }, own);
    expect(after).toMatchObject({ availability: own.availability, weeklyAskBudget: 1 });
  });

  it('keeps a pause while something else is changed', () => {
    const paused = { ...profile, pausedUntil: '2026-12-01T00:00:00Z' };
    expect(changedProfile({ ...settingsOf(paused), acute: true }, paused).pausedUntil).toBe(paused.pausedUntil);
  });

  it.each([
    ['waar', { neighbourhoodCode: '' }, 'neighbourhoodCode'],
    ['wat', { categories: [] }, 'categories'],
    ['hoe-vaak', { quietFrom: '' }, 'quietFrom'],
    ['hoe-vaak', { quietFrom: '08:00', quietUntil: '08:00' }, 'quietFrom'],
    ['bereiken', { channels: [] }, 'channels'],
  ] as const)('finds what is wrong on %s', (part, change, field) => {
    expect(errorsOf(part, { ...settings, ...change }).map((error) => error.field)).toEqual([field]);
    expect(errorsOf(part, settings)).toEqual([]);
  });
});
