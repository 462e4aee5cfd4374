import { describe, expect, it } from '@jest/globals';
import { aRequest } from '../../parts/request.testing.js';
import { agreementTexts } from './agreement-texts.js';

const contact = { givenName: 'Anja', familyName: null, phone: null, address: 'Voorbeeldstraat 1' };
const as = (status: 'accepted' | 'confirmed' | 'waitlisted' | 'withdrawn') => ({ acceptanceId: 'a', status });

describe('how an agreement stands', () => {
  it('names the asker only when both said yes', () => {
    expect(agreementTexts(aRequest({ status: 'matched', participation: as('accepted') }))).toMatchObject({
      title: 'U zei ja. Fijn!',
      mood: 'wait',
    });
    expect(agreementTexts(aRequest({ status: 'confirmed', participation: as('confirmed'), contact }))).toMatchObject({
      title: 'U helpt Anja. Fijn!',
      head: 'Anja heeft ook ja gezegd',
      mood: 'ok',
    });
  });

  it('tells who waits or withdrew how it is', () => {
    expect(agreementTexts(aRequest({ participation: as('waitlisted') })).head).toBe('U bent reserve');
    expect(agreementTexts(aRequest({ participation: as('withdrawn') })).head).toContain('Wij vragen een andere buur');
  });

  it('ends with the request, whatever the place in it was', () => {
    const ended = aRequest({ status: 'cancelled', participation: as('confirmed'), contact });
    expect(agreementTexts(ended).head).toBe('De hulp is niet meer nodig');
    expect(agreementTexts(aRequest({ status: 'completed', participation: as('confirmed') })).mood).toBe('ok');
  });

  it('speaks of what was once it is over', () => {
    const texts = (status: 'completed' | 'not-helped' | 'expired') =>
      agreementTexts(aRequest({ status, participation: as('confirmed'), contact }));
    expect(texts('completed').title).toBe('U hielp Anja. Dank u wel!');
    expect(texts('not-helped')).toMatchObject({ title: 'De afspraak', head: 'Het ging niet door' });
    expect(texts('expired').title).toBe('De afspraak');
  });
});
