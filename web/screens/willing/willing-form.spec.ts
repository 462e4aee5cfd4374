import { describe, expect, it } from '@jest/globals';
import { availabilityOf, emptyForm, formOf, profileOf, slotsOf, type Slot } from './willing-form.js';

const answers = { ...emptyForm, neighbourhoodCode: 'BU03270107', categories: ['coffee'] as const };

describe('what a willing neighbour answers', () => {
  it('turns slots into hours per weekday and back', () => {
    const slots: Slot[] = ['week-afternoon', 'weekend-morning'];
    const availability = availabilityOf(slots);
    expect(availability).toHaveLength(7);
    expect(availability[0]).toEqual({ day: 'monday', from: '12:00', until: '18:00' });
    expect(slotsOf(availability)).toEqual(slots);
  });

  it('counts hours that cover a slot, and not hours that cover part of it', () => {
    const saturday = [{ day: 'saturday', from: '08:00', until: '20:00' }] as const;
    const weekend = [...saturday, { day: 'sunday', from: '08:00', until: '13:00' }] as const;
    expect(slotsOf([...weekend])).toEqual(['weekend-morning']);
    expect(slotsOf([...saturday])).toEqual([]);
  });

  it('asks for at most 2 a week and keeps the night quiet when nothing was set before', () => {
    expect(profileOf(answers, undefined)).toMatchObject({
      weeklyAskBudget: 2,
      quietHours: { from: '21:00', until: '08:00' },
      channels: ['email'],
      availability: [],
    });
  });

  it('keeps what the three questions do not ask', () => {
    const before = {
      ...profileOf(answers, undefined),
      quietHours: { from: '19:00', until: '09:00' },
      availability: [{ day: 'monday' as const, from: '09:00', until: '10:00' }],
      pausedUntil: '2026-12-01T00:00:00Z',
    };
    const after = profileOf({ ...formOf(before), acute: true }, before);
    expect(after).toEqual({ ...before, acute: true });
    expect(profileOf({ ...formOf(before), slots: ['week-morning'] }, before).availability).toHaveLength(5);
  });
});
