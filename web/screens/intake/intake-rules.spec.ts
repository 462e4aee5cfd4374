import { describe, expect, it } from '@jest/globals';
import type { KnownAsker } from '@app/contracts/http/intake.js';
import { emptyIntake, intakeBody, intakeErrors, sameRequest, searchOf, type Intake } from './intake-rules.js';

const now = Date.parse('2026-11-24T13:12:00Z');
const truus: KnownAsker = {
  personId: '00000000-0000-7000-8000-000000000001',
  givenName: 'Truus',
  familyName: null,
  phoneEnding: '78',
  neighbourhoodCode: 'BU03270107',
  neighbourhoodName: 'Rossenberg',
  lastAskedAt: '2026-11-20T13:00:00Z',
  sameAs: 'phone',
  openRequests: [
    {
      id: 'a',
      category: 'walk-dog',
      status: 'open',
      window: { from: '2026-11-24T13:00:00Z', until: '2026-11-24T15:00:00Z' },
    },
  ],
};
const filled: Intake = {
  known: undefined,
  draft: {
    ...emptyIntake.draft,
    phone: '06 12345678',
    givenName: ' Bep ',
    neighbourhoodCode: 'BU03270107',
    category: 'walk-dog',
    summary: 'De hond moet eruit',
    urgency: 'acute',
    latest: '16:00',
  },
};

describe('a request taken by telephone', () => {
  it('asks for all that is missing at once, the caller first', () => {
    expect(intakeErrors(emptyIntake, now).map(({ field }) => field)).toEqual([
      'phone',
      'givenName',
      'neighbourhoodCode',
      'category',
      'summary',
      'urgency',
    ]);
    expect(intakeErrors(filled, now)).toEqual([]);
  });

  it('needs nothing of a caller who is known', () => {
    const fields = intakeErrors({ ...emptyIntake, known: truus }, now).map(({ field }) => field);
    expect(fields).not.toContain('phone');
    expect(fields).not.toContain('givenName');
  });

  it('is sent for a new caller with name and number, for a known one with who it is', () => {
    expect(intakeBody(filled, now)).toMatchObject({
      category: 'walk-dog',
      autoConfirm: false,
      onBehalfOf: { givenName: 'Bep', phone: '06 12345678', relation: 'phone-intake' },
    });
    const known = intakeBody({ ...filled, known: truus }, now);
    expect(known?.onBehalfOf).toEqual({ givenName: 'Truus', personId: truus.personId, relation: 'phone-intake' });
  });

  it('looks for callers once that would not find half the town', () => {
    expect(searchOf({ ...filled.draft, phone: '06 12', givenName: 'Be' })).toBeUndefined();
    expect(searchOf({ ...filled.draft, phone: '06 1234', givenName: '' })).toEqual({ phone: '06 1234' });
    expect(searchOf({ ...filled.draft, phone: '', givenName: 'Bep', familyName: 'Vos' })).toEqual({
      givenName: 'Bep',
      familyName: 'Vos',
    });
  });

  it('sees the request that runs already', () => {
    expect(sameRequest({ ...filled, known: truus })?.id).toBe('a');
    expect(sameRequest({ known: truus, draft: { ...filled.draft, category: 'meal' } })).toBeUndefined();
    expect(sameRequest(filled)).toBeUndefined();
  });
});
