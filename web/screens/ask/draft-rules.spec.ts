import { describe, expect, it } from '@jest/globals';
import { emptyDraft, steps, type Draft } from './draft.js';
import { allowedStep, bodyOf, errorsFromServer, stepErrors, windowOf } from './draft-rules.js';

const now = Date.parse('2026-11-24T13:12:00Z');
const guest = { signedIn: false };
const member = { signedIn: true };
const acute: Draft = {
  ...emptyDraft,
  category: 'walk-dog',
  summary: ' Boef moet even naar buiten. ',
  urgency: 'acute',
  latest: '16:00',
  addressAtOnce: 'no',
  neighbourhoodCode: 'BU03270107',
  givenName: 'Anja',
  email: 'anja@voorbeeld.invalid',
};
const planned: Draft = { ...acute, urgency: 'planned', day: '2026-11-25', part: 'afternoon' };
const fields = (draft: Draft, asker = guest): string[] =>
  steps.flatMap((step) => stepErrors(step, draft, now, asker).map(({ field }) => field));

describe('what still has to be corrected', () => {
  it('names every fault of a step at once', () => {
    expect(stepErrors('wat', emptyDraft, now, guest).map(({ field }) => field)).toEqual(['category', 'summary']);
    expect(fields(acute)).toEqual([]);
    expect(fields(planned)).toEqual([]);
  });

  it('asks a time that is still to come, and says what time it is', () => {
    expect(stepErrors('wanneer', { ...acute, latest: '14:12' }, now, guest)).toEqual([
      { field: 'latest', message: 'Kies een tijd later dan 14:12 uur' },
    ]);
    expect(fields({ ...acute, latest: '14:13' })).toEqual([]);
    expect(fields({ ...acute, latest: '' })).toEqual(['latest']);
  });

  it('asks to choose about the address, and needs it when a neighbour may see it at once', () => {
    expect(fields({ ...acute, addressAtOnce: '' })).toEqual(['addressAtOnce']);
    expect(fields({ ...acute, addressAtOnce: 'yes' })).toEqual(['address']);
    expect(fields({ ...acute, addressAtOnce: 'yes', address: 'Voorbeeldstraat 1' })).toEqual([]);
    expect(fields({ ...planned, addressAtOnce: 'yes' })).toEqual([]);
  });

  it('refuses a day part that is over', () => {
    expect(fields({ ...planned, day: '2026-11-24', part: 'morning' })).toEqual(['part']);
    expect(fields({ ...planned, day: '2026-11-24', part: 'afternoon' })).toEqual([]);
    expect(fields({ ...planned, day: '', part: '' })).toEqual(['day', 'part']);
  });

  it('asks contact details of guests only', () => {
    const nameless = { ...acute, givenName: ' ', email: 'anja', phone: 'bel mij' };
    expect(fields(nameless)).toEqual(['givenName', 'email', 'phone']);
    expect(fields(nameless, member)).toEqual([]);
  });

  it('leads to the first step that is not finished', () => {
    expect(allowedStep('wie', acute, now, guest)).toBe('wie');
    expect(allowedStep('wie', { ...acute, latest: '' }, now, guest)).toBe('wanneer');
    expect(allowedStep('wat', emptyDraft, now, guest)).toBe('wat');
  });
});

describe('what is sent', () => {
  it('turns today until 16:00 into instants from now', () => {
    expect(windowOf(acute, now)).toEqual({ from: '2026-11-24T13:12:00.000Z', until: '2026-11-24T15:00:00.000Z' });
  });

  it('turns a day part into its hours on the wall, and begins later when it has begun', () => {
    expect(windowOf(planned, now)).toEqual({ from: '2026-11-25T11:00:00.000Z', until: '2026-11-25T17:00:00.000Z' });
    expect(windowOf({ ...planned, day: '2026-11-24' }, now).from).toBe('2026-11-24T13:13:00.000Z');
  });

  it('holds the contact of a guest and leaves out what is empty', () => {
    expect(bodyOf(acute, now, guest)).toEqual({
      category: 'walk-dog',
      urgency: 'acute',
      summary: 'Boef moet even naar buiten.',
      window: windowOf(acute, now),
      expectedMinutes: 30,
      neighbourhoodCode: 'BU03270107',
      helpersNeeded: 1,
      autoConfirm: false,
      contact: { givenName: 'Anja', email: 'anja@voorbeeld.invalid' },
    });
    expect(bodyOf(acute, now, member)).not.toHaveProperty('contact');
    expect(bodyOf(emptyDraft, now, guest)).toBeUndefined();
  });

  it('confirms by itself only for an urgent request whose asker said so', () => {
    const atOnce = { addressAtOnce: 'yes', address: 'Voorbeeldstraat 1' } as const;
    expect(bodyOf({ ...acute, ...atOnce }, now, guest)).toMatchObject({
      autoConfirm: true,
      address: 'Voorbeeldstraat 1',
    });
    expect(bodyOf({ ...planned, ...atOnce }, now, guest)).toMatchObject({ autoConfirm: false });
  });
});

describe('faults that the server found', () => {
  const fault = (path: string) => ({ path, message: 'English' });

  it('come at our own fields, on the first step that has one', () => {
    expect(errorsFromServer([fault('/contact/email'), fault('/window/until'), fault('/summary')], acute)).toEqual({
      step: 'wat',
      errors: [{ field: 'summary', message: 'Vertel in 1 zin wat u vraagt' }],
    });
    expect(errorsFromServer([fault('/window/until')], acute)?.errors[0]?.field).toBe('latest');
    expect(errorsFromServer([fault('/window')], planned)?.errors[0]?.field).toBe('part');
  });

  it('are left to the general message when no field knows them', () => {
    expect(errorsFromServer([fault('/requiredTrust')], acute)).toBeUndefined();
    expect(errorsFromServer([], acute)).toBeUndefined();
  });
});
