import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PeopleDirectory } from '@app/features/people/index.js';
import { newId } from '@app/platform/crypto/new-id.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { PeopleScene, type Town } from './people-scene.js';

// Password hashing and a database, on a machine that may be busy.
jest.setTimeout(30_000);

let scene: PeopleScene;
let town: Town;
let elsewhere: Town;
let people = 0;
const someone = (): string => `mens${(people += 1)}@voorbeeld.invalid`;

beforeAll(async () => {
  scene = await PeopleScene.open();
  town = await scene.addTown();
  elsewhere = await scene.addTown();
}, 60_000);
afterAll(() => scene.close());

const anja = { givenName: 'Anja', familyName: 'Canarie-Achternaam', phone: '06 00000000', language: 'nl' };

describe('my own account', () => {
  it('shows what I told, to me', async () => {
    const email = someone();
    const { cookie, personId } = await scene.signIn(town, email);
    const changed = await scene.call(town, 'PUT', '/v1/me', { cookie, body: { ...anja, ageBand: '45-64' } });
    expect(changed.status).toBe(200);
    const seen = await scene.call(town, 'GET', '/v1/me', { cookie });
    expect(seen.body).toEqual({
      id: personId,
      email,
      ...anja,
      ageBand: '45-64',
      memberships: [],
      capabilities: ['ask-help'],
      passkeyRequired: false,
    });
    expect(changed.body).toEqual(seen.body);
  });

  it('forgets what I leave out', async () => {
    const { cookie } = await scene.signIn(town, someone());
    await scene.call(town, 'PUT', '/v1/me', { cookie, body: anja });
    const seen = await scene.call(town, 'PUT', '/v1/me', { cookie, body: { givenName: 'Anja' } });
    expect(seen.body).toMatchObject({ givenName: 'Anja', familyName: null, phone: null, ageBand: null });
  });

  it('is stored as ciphertext, and gone when the key is', async () => {
    const { cookie, personId } = await scene.signIn(town, someone());
    await scene.call(town, 'PUT', '/v1/me', { cookie, body: anja });
    const [row] = await scene.rows<{ text: string }>(
      town,
      `SELECT encode(given_name_enc || family_name_enc || phone_enc || email_enc, 'escape') AS text FROM person WHERE id = $1`,
      [personId],
    );
    for (const word of ['Anja', 'Canarie', '06 0', 'voorbeeld']) expect(row?.text).not.toContain(word);
    await scene.rows(town, 'DELETE FROM person_key WHERE person_id = $1', [personId]);
    const cards = await scene.run(town, (tx) =>
      scene.app.get(PeopleDirectory, { strict: false }).cardsOf(tx, [personId]),
    );
    expect(cards.size).toBe(0);
    expect((await scene.call(town, 'GET', '/v1/me', { cookie })).status).toBe(401);
  });

  it('does not let me give myself a role, an identity or a status', async () => {
    const email = someone();
    const { cookie, personId } = await scene.signIn(town, email);
    const extra = {
      id: newId(),
      email: 'ander@voorbeeld.invalid',
      memberships: [{ role: 'administrator' }],
      status: 'blocked',
    };
    const seen = await scene.call(town, 'PUT', '/v1/me', { cookie, body: { ...anja, ...extra } });
    expect(seen.body).toMatchObject({ id: personId, email, memberships: [], capabilities: ['ask-help'] });
  });

  it('shows my roles by the name of the association', async () => {
    const { cookie, personId } = await scene.signIn(town, someone());
    const directory = scene.app.get(PeopleDirectory, { strict: false });
    await scene.run(town, async (tx) => {
      await directory.addMembership(tx, personId, 'coordinator', town.associationId);
      await directory.addMembership(tx, personId, 'coordinator', town.associationId);
      await directory.addMembership(tx, personId, 'monitor', null);
      await directory.addMembership(tx, personId, 'monitor', null);
    });
    const seen = await scene.call(town, 'GET', '/v1/me', { cookie });
    expect(seen.body['memberships']).toEqual([
      { role: 'coordinator', associationId: town.associationId, associationName: 'Wijkvereniging' },
      { role: 'monitor', associationId: null, associationName: null },
    ]);
    expect(seen.body['capabilities']).toEqual(['ask-help', 'coordinate', 'monitor']);
  });

  it('is for nobody who is not signed in', async () => {
    expect((await scene.call(town, 'GET', '/v1/me')).status).toBe(401);
    expect((await scene.call(town, 'PUT', '/v1/me', { body: anja })).status).toBe(401);
  });
});

describe('the people directory', () => {
  const directory = (): PeopleDirectory => scene.app.get(PeopleDirectory, { strict: false });

  it('makes one person of one address, however many ask at once', async () => {
    const email = someone();
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        scene.run(town, (tx) => directory().findOrCreateByEmail(tx, { email, givenName: 'Wim' })),
      ),
    );
    expect(new Set(made.map(({ personId }) => personId)).size).toBe(1);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('does not rename somebody whose address a guest types', async () => {
    const email = someone();
    const { cookie, personId } = await scene.signIn(town, email);
    await scene.call(town, 'PUT', '/v1/me', { cookie, body: anja });
    const found = await scene.run(town, (tx) =>
      directory().findOrCreateByEmail(tx, { email, givenName: 'Iemand anders' }),
    );
    expect(found).toEqual({ personId, isNew: false });
    await scene.run(town, (tx) => directory().setNameIfMissing(tx, personId, { givenName: 'Iemand anders' }));
    const cards = await scene.run(town, (tx) => directory().cardsOf(tx, [personId]));
    expect(cards.get(personId)).toMatchObject({ givenName: 'Anja', familyName: 'Canarie-Achternaam', email });
  });

  it('knows the same address in two municipalities as two people', async () => {
    const email = someone();
    const here = await scene.signIn(town, email);
    const there = await scene.signIn(elsewhere, email);
    expect(there.personId).not.toBe(here.personId);
    const cards = await scene.run(elsewhere, (tx) => directory().cardsOf(tx, [here.personId, there.personId]));
    expect([...cards.keys()]).toEqual([there.personId]);
  });

  it('reaches somebody without e-mail by telephone', async () => {
    const personId = await scene.run(town, (tx) =>
      directory().createWithoutEmail(tx, { givenName: 'Kees', phone: '033 0000000' }),
    );
    const [card, channels] = await scene.run(town, async (tx) => [
      (await directory().cardsOf(tx, [personId])).get(personId),
      (await directory().channelsOf(tx, [personId])).get(personId),
    ]);
    expect(card).toMatchObject({ givenName: 'Kees', phone: '033 0000000', email: null });
    expect(channels).toEqual(['voice']);
  });

  it('refuses to be used in the name of a person', async () => {
    const { personId } = await scene.signIn(town, someone());
    const asked = scene.app
      .get(UnitOfWork)
      .run({ municipalityId: town.id, scope: 'person', personId }, (tx) => directory().cardsOf(tx, [personId]));
    await expect(asked).rejects.toThrow('system transaction');
  });
});
