import { describe, expect, it } from '@jest/globals';
import { aRequest } from '../../parts/request.testing.js';
import { askerNameOf, editTexts, isForOrganiser } from './whose-request.js';

const bo = { givenName: 'Bo', familyName: null, phone: null };
const byPhone = { givenName: 'Anja', relation: 'phone-intake' as const, consentStated: false };
const ofCaller = aRequest({ asker: bo, onBehalfOf: byPhone, address: null, hasAddress: true });

describe('whose request it is', () => {
  it('is told by the person who needs the help, also when another asked', () => {
    expect(askerNameOf(aRequest({ asker: bo }))).toBe('Bo');
    expect(askerNameOf(ofCaller)).toBe('Anja');
  });

  it("is somebody else's for a coordinator, and for who asked for a caller", () => {
    expect(isForOrganiser(aRequest({ viewer: 'coordinator', asker: bo }))).toBe(true);
    expect(isForOrganiser(ofCaller)).toBe(true);
    expect(isForOrganiser(aRequest({ asker: bo, address: 'Kade 9' }))).toBe(false);
  });
});

describe('the page to change a request', () => {
  it('says "your request" to who asked it, also for a relative', () => {
    const relative = { ...byPhone, relation: 'relative' as const };
    for (const own of [aRequest({ asker: bo }), aRequest({ asker: bo, onBehalfOf: relative })]) {
      expect(editTexts(own)).toMatchObject({ title: 'Wijzig uw vraag', staleTitle: 'Uw vraag is net veranderd' });
    }
  });

  it('names to an organiser whose request it is, and calls nothing of it theirs', () => {
    for (const [request, name] of [
      [aRequest({ viewer: 'coordinator', asker: bo }), 'Bo'],
      [ofCaller, 'Anja'],
    ] as const) {
      const texts = editTexts(request);
      expect([texts.title, texts.staleTitle, texts.closedText]).toEqual([
        `Wijzig de vraag van ${name}`,
        `De vraag van ${name} is net veranderd`,
        `Bel ${name} als er toch iets anders moet.`,
      ]);
      expect(Object.values(texts).filter((text) => /\b(uw vraag|uw adres|uw coördinator)\b/i.test(text))).toEqual([]);
    }
  });
});
