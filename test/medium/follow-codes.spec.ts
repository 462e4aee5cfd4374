import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newTypedCode } from '@app/platform/crypto/typed-code.js';
import { northOf } from '../support/application.js';
import { CoordinationScene } from './coordination-scene.js';

jest.setTimeout(120_000);

let at: CoordinationScene;
beforeAll(async () => {
  at = await CoordinationScene.open();
});
afterAll(() => at.close());

const call: CoordinationScene['application']['client']['call'] = (id, input) => at.application.client.call(id, input);
const note = async (cookie: string, over = {}): Promise<string> => {
  const onBehalfOf = { givenName: 'Truus', phone: '06 55000009' };
  const body = {
    text: 'Waar kan ik samen eten?',
    neighbourhoodCode: at.application.code(northOf),
    onBehalfOf,
    ...over,
  };
  return (await call('askDesk', { cookie, body })).result().id;
};
const takeDown = async (cookie: string): Promise<string> => {
  const onBehalfOf = { givenName: 'Truus', phone: '06 55000009', relation: 'phone-intake' as const };
  return (await at.application.post(cookie, { onBehalfOf, address: 'Voorbeeldpad 7' })).id;
};
const code = (id: string, cookie: string) => call('makeQuestionFollowCode', { id, cookie });
const look = (typed: string) => call('follow', { cookie: '', body: { code: typed } });

describe('a code for who has no e-mail', () => {
  it('shows whose the question is and what the answer is, without a word of who asked', async () => {
    const id = await note(at.north.cookie);
    const made = (await code(id, at.north.cookie)).result();
    expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(Buffer.from(made.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const open = await look(` ${made.code.toLowerCase().replace('-', ' ')} `);
    expect(open.result()).toMatchObject({
      about: { kind: 'question', status: 'open', answer: null },
      owner: { kind: 'association', organisationId: at.north.organisationId, person: { phone: expect.any(String) } },
    });
    for (const word of ['Truus', '55000009', 'eten', id]) expect(open.text).not.toContain(word);
    await call('answerDeskQuestion', {
      id,
      cookie: at.north.cookie,
      headers: { 'if-match': '"1"' },
      body: { text: 'Elke woensdag in het wijkhuis.', theme: 'neighbours' },
    });
    expect((await look(made.code)).result().about).toMatchObject({
      status: 'answered',
      answer: 'Elke woensdag in het wijkhuis.',
    });
    expect((await code(id, at.north.cookie)).problem().code).toBe('not-open');
  });

  it('shows how it stands with a request that was taken by telephone', async () => {
    const id = await takeDown(at.north.cookie);
    const made = (await call('makeRequestFollowCode', { id, cookie: at.colleague.cookie })).result();
    const seen = await look(made.code);
    expect(seen.result()).toMatchObject({
      about: { kind: 'request', status: 'open', category: 'walk-dog', helped: null },
      owner: { organisationId: at.north.organisationId },
    });
    for (const word of ['Truus', '55000009', 'Voorbeeldpad', 'hond naar', id]) expect(seen.text).not.toContain(word);
    // It is for what was asked by telephone: who has an address has an account to look in.
    const own = (await at.application.post(at.application.asker(1).cookie)).id;
    expect((await call('makeRequestFollowCode', { id: own, cookie: at.north.cookie })).problem().code).toBe('not-open');
  });

  it('is made by who noted it or owns it, and by nobody else', async () => {
    const desks = await note(at.north.cookie, { neighbourhoodCode: undefined });
    expect((await code(desks, at.north.cookie)).status).toBe(201);
    expect((await code(desks, at.desk.cookie)).status).toBe(201);
    const { cookie: asker } = at.application.asker(2);
    const { cookie: other } = at.application.asker(3);
    for (const cookie of [at.colleague.cookie, at.south.cookie]) {
      expect((await code(desks, cookie)).problem().code).toBe('not-found');
    }
    for (const cookie of [asker, other]) expect((await code(desks, cookie)).problem().code).toBe('not-allowed');
    const mailed = (await call('askDesk', { cookie: asker, body: { text: 'Waar kan ik eten?' } })).result().id;
    expect((await code(mailed, at.desk.cookie)).problem().code).toBe('not-open');
    const request = await takeDown(at.north.cookie);
    for (const cookie of [at.south.cookie, at.desk.cookie]) {
      expect((await call('makeRequestFollowCode', { id: request, cookie })).problem().code).toBe('not-found');
    }
    expect((await code(randomUUID(), at.north.cookie)).problem().code).toBe('not-found');
    expect(
      await at.application.count(`SELECT 1 FROM audit_entry WHERE act = 'follow-code-made' AND about_id = $1`, [desks]),
    ).toBe(2);
  });

  it('is the newest one alone, is kept as a mark, and goes with its time', async () => {
    const id = await note(at.north.cookie);
    const first = (await code(id, at.north.cookie)).result().code;
    const second = (await code(id, at.north.cookie)).result().code;
    expect((await look(first)).problem().code).toBe('invalid-code');
    expect((await look(second)).status).toBe(200);
    const kept = await at.application.rows<{ row: string }>('SELECT follow_code::text AS row FROM follow_code');
    expect(JSON.stringify(kept)).not.toContain(second.replace('-', ''));
    await at.application.wait('61 days');
    expect((await look(second)).problem().code).toBe('invalid-code');
    await at.application.wait('-61 days');
  });

  it('cannot be guessed at: after so many wrong ones nobody may try for a while, and the right one neither', async () => {
    const id = await note(at.north.cookie);
    const right = (await code(id, at.north.cookie)).result().code;
    expect((await look('QQ')).problem().code).toBe('invalid-code');
    expect((await look(newTypedCode(8))).problem().code).toBe('invalid-code');
    expect(await at.application.count('SELECT 1 FROM follow_try')).toBeGreaterThan(1);
    await at.application.rows(
      'INSERT INTO follow_try (municipality_id, id, at) SELECT $1, gen_random_uuid(), app_now() FROM generate_series(1, 2000)',
      [at.application.town.municipalityId],
    );
    expect((await look(right)).problem()).toMatchObject({ status: 429, code: 'too-many-requests' });
    await at.application.wait('61 minutes');
    expect((await look(right)).status).toBe(200);
    await at.application.wait('-61 minutes');
  });
});
