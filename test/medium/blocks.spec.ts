import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleDirectory, PersonBlocks } from '@app/features/people/index.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork, type Transaction } from '@app/platform/database/unit-of-work.js';
import { Application } from '../support/application.js';

let scene: Application;
beforeAll(async () => {
  scene = await Application.open({ neighbours: 8, askers: 8 });
});
afterAll(() => scene.close());

const asTheSystem = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  scene.app.get(UnitOfWork).run(asSystem(scene.town.municipalityId), work);
const block = (blocker: string, blocked: string): Promise<string> =>
  asTheSystem((tx) => scene.app.get(PersonBlocks).block(tx, blocker, blocked));
const apart = (one: string, other: string): Promise<boolean> =>
  asTheSystem((tx) => scene.app.get(PersonBlocks).between(tx, one, other));
const register = (email: string): Promise<string> =>
  asTheSystem(
    async (tx) =>
      (await scene.app.get(PeopleDirectory, { strict: false }).findOrCreateByEmail(tx, { email, givenName: 'Kees' }))
        .personId,
  );
/** What is left of somebody whose account is gone: an id without address and without key. */
const erase = async (personId: string): Promise<void> => {
  await scene.rows(`UPDATE person SET status = 'erased', email_index = NULL, email_enc = NULL WHERE id = $1`, [
    personId,
  ]);
  await scene.rows('DELETE FROM person_key WHERE person_id = $1', [personId]);
};

describe('a block', () => {
  it('keeps the two apart both ways, and nobody else', async () => {
    const [blocker, blocked, other] = [scene.asker(0), scene.neighbour(0), scene.neighbour(1)];
    await block(blocker.personId, blocked.personId);
    const { id } = await scene.post(blocker.cookie);
    const yes = (cookie: string) => scene.client.call('acceptHelpRequest', { id, cookie, body: {} });
    const closed = await scene.post(scene.asker(1).cookie);
    await scene.client.call('cancelHelpRequest', { id: closed.id, cookie: scene.asker(1).cookie });
    const late = await scene.client.call('acceptHelpRequest', { id: closed.id, cookie: blocked.cookie, body: {} });
    // Not a word differs from a request that has just closed.
    expect({ ...(await yes(blocked.cookie)).problem(), instance: '' }).toStrictEqual({
      ...late.problem(),
      instance: '',
    });
    expect((await yes(other.cookie)).result()).toStrictEqual({ status: 'matched' });
    expect(await apart(blocked.personId, blocker.personId)).toBe(true);
    expect(await apart(blocked.personId, scene.asker(1).personId)).toBe(false);
  });

  it('holds for the request of whoever was blocked as well', async () => {
    const [blocker, blocked] = [scene.neighbour(2), scene.asker(2)];
    await block(blocker.personId, blocked.personId);
    const { id } = await scene.post(blocked.cookie);
    const yes = await scene.client.call('acceptHelpRequest', { id, cookie: blocker.cookie, body: {} });
    expect(yes.problem().code).toBe('not-open');
  });

  it('survives that the blocked person registers again with the same address', async () => {
    const blocker = scene.asker(3).personId;
    const first = await register('kees.terug@voorbeeld.invalid');
    await block(blocker, first);
    await erase(first);
    const second = await register('Kees.Terug@voorbeeld.invalid');
    expect(second).not.toBe(first);
    expect(await apart(blocker, second)).toBe(true);
    expect(await apart(blocker, await register('iemand.anders@voorbeeld.invalid'))).toBe(false);
    await erase(second);
    expect(await apart(await register('kees.terug@voorbeeld.invalid'), blocker)).toBe(true);
  });

  it('survives that the blocker registers again, who can end it then', async () => {
    const blocked = scene.neighbour(3).personId;
    const first = await register('ans.terug@voorbeeld.invalid');
    await block(first, blocked);
    await erase(first);
    const second = await register('ans.terug@voorbeeld.invalid');
    expect(await apart(second, blocked)).toBe(true);
    const own = await asTheSystem((tx) => scene.app.get(PersonBlocks).madeBy(tx, second));
    expect(own.map(({ blockedId }) => blockedId)).toStrictEqual([blocked]);
    expect(await asTheSystem((tx) => scene.app.get(PersonBlocks).lift(tx, blocked, own[0]!.id))).toBe(false);
    expect(await asTheSystem((tx) => scene.app.get(PersonBlocks).lift(tx, second, own[0]!.id))).toBe(true);
    expect(await apart(second, blocked)).toBe(false);
  });

  it('leaves no address behind that could be looked up', async () => {
    const person = await register('weg.is.weg@voorbeeld.invalid');
    const [{ email_index: index }] = (await scene.rows<{ email_index: Buffer }>(
      'SELECT email_index FROM person WHERE id = $1',
      [person],
    )) as [{ email_index: Buffer }];
    await block(scene.asker(4).personId, person);
    await erase(person);
    const marks = await scene.rows<{ mark: Buffer }>('SELECT mark FROM blocked_address WHERE person_id = $1', [person]);
    expect(marks).toHaveLength(1);
    expect(marks[0]!.mark.equals(index)).toBe(false);
  });
});
